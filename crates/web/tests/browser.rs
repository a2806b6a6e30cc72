//! The site in a real Chromium (Debian's), driven by Playwright: `./test` installs both.

#[allow(dead_code, reason = "each test file uses a part")]
mod common;
#[path = "common/driven.rs"]
mod driven;
#[path = "common/hall.rs"]
mod hall;

use driven::driven;
use hall::Hall;
use hemicycle_web::permission::Role;

/// Runs a script to its end and does what it asks for; gives what it has seen.
async fn run(hall: &Hall, name: &str, args: &[String]) -> String {
    let (address, end, serving) = hall.open().await;
    let mut happened = 0;
    let address = format!("http://{address}");
    let seen = driven(name, &address, args, async |asked| {
        match asked.split_once(' ').map(|(what, count)| (what, count.parse::<usize>())) {
            Some(("happen", Ok(count))) => {
                hall.happen(happened..happened + count).await;
                happened += count;
            }
            Some(("followers", Ok(count))) => hall.server.followed_by(count).await,
            Some(("table", Ok(count))) => hall.table(count).await,
            _ => panic!("{asked}"),
        }
    });
    let seen = seen.await;
    end.send(()).expect("it listens");
    serving.await.expect("it ended");
    seen
}

#[test]
fn pages_follow_a_sitting() {
    hall::run(async {
        let hall = hall::hall(64).await;
        run(&hall, "live.mjs", &[]).await;
    });
}

#[test]
fn a_draft_from_the_first_key_to_the_receipt() {
    hall::run(async {
        let hall = hall::hall(1).await;
        let names = ["ada", "bo", "cy", "di", "ed"];
        let mut args = vec![hall::PASSWORD.to_owned()];
        for name in names {
            args.push(format!("{name}@lakes.example"));
            hall.person(name, &args[args.len() - 1], Role::Member).await;
        }
        let receipt = run(&hall, "drafting.mjs", &args).await;
        let held = hall.server.site.get(hall::SLUG).expect("it is shown");
        assert!(receipt.ends_with(&format!("/receipt/{}", held.head.seq)), "{receipt}");
        let record = held.sitting.course.amendments.last().expect("it is there");
        assert_eq!(record.signed, names);
    });
}

#[test]
fn a_sitting_is_run_by_keys() {
    hall::run(async {
        let hall = hall::hall(64).await;
        hall.person("Ms Ida MEER", "president@lakes.example", Role::Chair).await;
        hall.person("Ms Vera INK", "office@lakes.example", Role::TableOffice).await;
        run(&hall, "chair.mjs", &[hall::PASSWORD.to_owned()]).await;
    });
}

#[test]
fn the_table_office_works_by_keys() {
    hall::run(async {
        let hall = hall::hall(142).await;
        hall.person("Ms Vera INK", "office@lakes.example", Role::TableOffice).await;
        // The draft alone: its amendments are tabled here.
        let draft = |name: &str, first: &str| {
            let text = std::fs::read_to_string(common::example(name)).expect("the example");
            text.split(first).next().unwrap_or_default().to_owned()
        };
        let english = draft("harbours-en.txt", "Amendment 1\n");
        let french = draft("harbours-fr.txt", "Amendement 1\n");
        run(&hall, "office.mjs", &[hall::PASSWORD.to_owned(), english, french]).await;
    });
}
