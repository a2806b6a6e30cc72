//! The case files of `tests/suite/text`; their form is described in crate `testkit`.

#[test]
fn the_case_files_hold() {
    let report = testkit::suite::run("text", testkit::suite::text::outcome);
    assert!(report.passed(), "{report}");
}
