//! The case files of `tests/suite/merge`; their form is described in crate `testkit`.

#[test]
fn the_case_files_hold() {
    let report = testkit::suite::run("merge", testkit::suite::merge::outcome);
    assert!(report.passed(), "{report}");
}
