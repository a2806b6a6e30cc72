//! The table of permissions, cell by cell, as docs/permissions.md shows it.

use hemicycle_web::permission::{Act, Role, TABLE, bodies, may, may_somewhere};
use std::collections::BTreeMap;
use store::{AccountId, DossierId};

/// What the document says: of each act and role, whether it may.
fn documented() -> BTreeMap<(String, String), bool> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/permissions.md");
    let text = std::fs::read_to_string(path).expect("the document");
    let cells = |line: &str| -> Vec<String> {
        let cells = line.trim_matches('|').split('|');
        cells.map(|cell| cell.trim().trim_matches('`').to_owned()).collect()
    };
    let mut lines = text.lines().skip_while(|line| !line.starts_with("| act |"));
    let head = cells(lines.next().expect("a table of acts"));
    let mut table = BTreeMap::new();
    for line in lines.skip(1).take_while(|line| line.starts_with('|')) {
        let row = cells(line);
        assert_eq!(row.len(), head.len(), "{line}");
        for (role, cell) in head.iter().zip(&row).skip(1).take(head.len() - 2) {
            let may = match cell.as_str() {
                "yes" => true,
                "" => false,
                other => panic!("{line}: {other}"),
            };
            assert_eq!(table.insert((row[0].clone(), role.clone()), may), None, "{line}");
        }
    }
    table
}

fn held(role: &str, dossier: Option<i64>, body: Option<&str>) -> store::Role {
    let (dossier, body) = (dossier.map(DossierId), body.map(str::to_owned));
    store::Role { account: AccountId(1), dossier, role: role.to_owned(), body }
}

/// One cell: with the role held in all dossiers, in the one in question, and in another.
fn cell(act: &str, role: &str) {
    let act = act.replace('_', "-");
    let role = role.replace('_', "-");
    let allowed = documented()[&(act.clone(), role.clone())];
    let act = TABLE.iter().map(|(act, _)| *act).find(|known| known.name() == act).expect("an act");
    let here = Some(DossierId(7));
    match role.as_str() {
        "visitor" => assert_eq!(may(None, act, here), allowed),
        "account" => {
            assert_eq!(may(Some(&[]), act, here), allowed);
            assert_eq!(may(Some(&[]), act, None), allowed);
        }
        role => {
            let basic = documented()[&(act.name().to_owned(), "account".to_owned())];
            for dossier in [here, None] {
                assert_eq!(may(Some(&[held(role, None, None)]), act, dossier), allowed);
            }
            assert_eq!(may(Some(&[held(role, Some(7), None)]), act, here), allowed);
            // What is held elsewhere is no more than an account here.
            assert_eq!(may(Some(&[held(role, Some(8), None)]), act, here), basic);
            assert_eq!(may(Some(&[held(role, Some(7), None)]), act, None), basic);
            assert_eq!(may_somewhere(Some(&[held(role, Some(8), None)]), act), allowed);
        }
    }
}

macro_rules! acts {
    ($($act:ident)*) => {
        const TRIED: &[&str] = &[$(stringify!($act)),*];
        $(mod $act {
            acts!(@roles $act visitor account member group_staff committee table_office chair administrator);
        })*
    };
    (@roles $act:ident $($role:ident)*) => {
        $(#[test]
        fn $role() {
            super::cell(stringify!($act), stringify!($role));
        })*
    };
}

acts! {
    see draft see_own_draft sign withdraw_signature table table_for_committee withdraw number admit revise translate order
    arrange take_position publish revise_draft open_sitting preside take_oral correct edit import see_inbox see_log manage_people
    manage_own_account read_api write_api
}

#[test]
fn the_document_is_the_table() {
    let in_code: BTreeMap<_, _> = TABLE
        .iter()
        .flat_map(|(act, roles)| Role::ALL.map(|role| (*act, role, roles.contains(&role))))
        .map(|(act, role, may)| ((act.name().to_owned(), role.name().to_owned()), may))
        .collect();
    assert_eq!(documented(), in_code);
    assert_eq!(in_code.len(), TABLE.len() * Role::ALL.len(), "an act stands there once");
    let tried: Vec<String> = TRIED.iter().map(|act| act.replace('_', "-")).collect();
    assert_eq!(tried, TABLE.map(|(act, _)| act.name().to_owned()), "each cell has its test");
}

/// A role that no table knows, or that is given to nobody, allows nothing.
#[test]
fn a_forged_role_is_none() {
    for forged in ["Administrator", "administrator ", "root", "visitor", "account", ""] {
        assert_eq!(Role::granted(forged), None);
        assert!(!may(Some(&[held(forged, None, None)]), Act::ManagePeople, None));
    }
}

#[test]
fn a_committee_acts_for_itself() {
    let roles = [
        held("committee", Some(7), Some("Committee on Lamps")),
        held("committee", Some(8), Some("Committee on Boats")),
        held("group-staff", None, Some("Greens")),
    ];
    let of = |dossier| bodies(&roles, Act::TableForCommittee, Some(DossierId(dossier)));
    assert_eq!(of(7).collect::<Vec<_>>(), ["Committee on Lamps"]);
    assert_eq!(of(9).count(), 0);
}
