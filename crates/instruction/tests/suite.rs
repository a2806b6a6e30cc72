//! The case files of `tests/suite/instruction`; their form is described in crate `testkit`.

#[test]
fn the_case_files_hold() {
    let report = testkit::suite::run("instruction", testkit::suite::instruction::outcome);
    assert!(report.passed(), "{report}");
}
