//! The case files of `tests/suite/engine`; their form is described in crate `testkit`.

#[test]
fn the_case_files_hold() {
    let report = testkit::suite::run("engine", testkit::suite::engine::outcome);
    assert!(report.passed(), "{report}");
}
