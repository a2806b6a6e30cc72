//! The administrator's pages.

use super::account::moment;
use super::bodies::{belonging, name, names};
use super::form::{Field, beside};
use crate::Tongue;
use crate::permission::Role;
use maud::{Markup, html};
use procedure::event::Time;
use store::{Account, AccountId, Body, BodyId, Dossier};
use words::Args;

/// Name and address of mail as they were typed, and what is wrong with them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Named<'a> {
    /// What somebody signs with.
    pub name: &'a str,
    /// Their address of mail.
    pub email: &'a str,
    /// The message that says what is wrong with the name.
    pub name_lacks: Option<&'a str>,
    /// The same of the address.
    pub email_lacks: Option<&'a str>,
}

impl Named<'_> {
    /// Whether something is wrong.
    pub fn is_wrong(&self) -> bool {
        self.name_lacks.is_some() || self.email_lacks.is_some()
    }

    fn fields(&self, tongue: Tongue) -> Markup {
        let name = Field {
            wrong: self.name_lacks,
            help: Some("account-name-help"),
            ..Field::text("name", "account-name", self.name)
        };
        let email =
            Field { wrong: self.email_lacks, ..Field::email("email", "account-email", self.email) };
        html! { (name.show(tongue)) (email.show(tongue)) }
    }
}

/// A role to be given as it was typed, and what is wrong with it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Grant<'a> {
    /// Its name.
    pub role: &'a str,
    /// The number of a dossier; empty for all.
    pub dossier: &'a str,
    /// The group or committee; empty for none.
    pub body: &'a str,
    /// The field, and the message.
    pub lacks: Option<(&'a str, &'a str)>,
}

impl<'a> Grant<'a> {
    fn wrong(&self, name: &str) -> Option<&'a str> {
        self.lacks.filter(|(field, _)| *field == name).map(|(_, message)| message)
    }
}

/// What the page of an account shows beside it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Person<'a> {
    /// Another name, as it was typed; none where nothing is wrong with one.
    pub named: Option<Named<'a>>,
    /// A role that was to be given.
    pub grant: Grant<'a>,
    /// A link that was made.
    pub link: Option<&'a str>,
    /// The message that says why something was not done.
    pub problem: Option<&'a str>,
    /// All delegations, groups and committees.
    pub bodies: &'a [Body],
    /// Those to which the owner of the account belongs.
    pub belongs: &'a [BodyId],
}

/// What the list of accounts tells of each.
pub struct People<'a> {
    /// Who holds which role.
    pub roles: &'a [store::Role],
    /// All dossiers.
    pub dossiers: &'a [Dossier],
    /// Who forgot their password.
    pub asked: &'a dyn Fn(AccountId) -> bool,
    /// To which delegation, groups and committees somebody belongs.
    pub bodies: &'a dyn Fn(AccountId) -> Vec<&'a Body>,
}

/// All accounts, and a form for another.
pub fn people(
    accounts: &[Account],
    shown: &People<'_>,
    named: &Named<'_>,
    tongue: Tongue,
) -> Markup {
    let People { roles, dossiers, asked, bodies } = shown;
    let at = format!("/{}/desk/people", tongue.tag());
    html! {
        header class="opening" {
            h1 { (tongue.say("account-people")) }
            p { a href={ (at) "/bodies" } { (tongue.say("bodies-title")) } }
        }
        section class="piece" aria-labelledby="new" {
            h2 id="new" { (tongue.say("account-people-new")) }
            form class="form" method="post" action=(at) {
                (named.fields(tongue))
                p { button { (tongue.say("account-people-make")) } }
            }
        }
        section class="piece" aria-labelledby="all" {
            h2 id="all" { (tongue.tell("account-people-count", &Args::new().number("count", accounts.len()))) }
            table class="people" {
                thead {
                    tr {
                        @for head in ["account-name", "account-email", "account-roles", "account-state"] {
                            th scope="col" { (tongue.say(head)) }
                        }
                    }
                }
                tbody {
                    @for account in accounts {
                        tr {
                            th scope="row" {
                                a href={ (at) "/" (account.id.0) } { (account.name) }
                                @for body in bodies(account.id) { br; span class="belongs" { (name(body, tongue)) } }
                            }
                            td { (account.email) }
                            td {
                                @let held = roles.iter().filter(|role| role.account == account.id);
                                ul { @for role in held { li { (role_said(role, dossiers, tongue)) } } }
                            }
                            td {
                                @if account.disabled { (tongue.say("account-disabled")) }
                                @else if asked(account.id) { (tongue.say("account-asked")) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// "Committee, Committee on Lamps, in 412-lakes".
pub fn role_said(role: &store::Role, dossiers: &[Dossier], tongue: Tongue) -> String {
    let known = Role::granted(&role.role);
    let name = known.map_or_else(|| role.role.clone(), |role| role_name(role, tongue));
    let place = match role.dossier {
        None => tongue.say("account-in-all"),
        Some(id) => {
            let dossier = dossiers.iter().find(|one| one.id == id);
            let slug = dossier.map_or_else(|| id.0.to_string(), |one| one.slug.clone());
            tongue.tell("account-in-one", &Args::new().text("dossier", slug))
        }
    };
    let parts = [Some(name), role.body.clone(), Some(place)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn role_name(role: Role, tongue: Tongue) -> String {
    tongue.say(&format!("account-role-{}", role.name()))
}

/// An account: its name, what it may do, whether it may sign in. `asked` is when its owner said that they forgot the password.
pub fn person(
    account: &Account,
    roles: &[store::Role],
    dossiers: &[Dossier],
    asked: Option<Time>,
    shown: &Person<'_>,
    tongue: Tongue,
) -> Markup {
    let at = format!("/{}/desk/people/{}", tongue.tag(), account.id.0);
    let own = Named { name: &account.name, email: &account.email, ..Named::default() };
    let named = shown.named.unwrap_or(own);
    html! {
        header class="opening" {
            p class="kind" { a href={ "/" (tongue.tag()) "/desk/people" } { (tongue.say("account-people")) } }
            h1 { (account.name) }
            @if account.disabled { p class="lede" { (tongue.say("account-disabled")) } }
        }
        @if let Some(message) = shown.problem { p class="wrong" role="alert" { (tongue.say(message)) } }
        @if let Some(link) = shown.link {
            div class="done" role="status" {
                p { (tongue.say("account-link-once")) }
                p { code class="link" { (link) } }
            }
        }
        section class="piece" aria-labelledby="named" {
            h2 id="named" { (tongue.say("account-named")) }
            form class="form" method="post" action=(at) {
                (named.fields(tongue))
                p { button { (tongue.say("account-keep")) } }
            }
        }
        section class="piece" aria-labelledby="roles" {
            h2 id="roles" { (tongue.say("account-roles")) }
            @if roles.is_empty() { p { (tongue.say("account-roles-none")) } }
            ul class="held" {
                @for role in roles { li { (held(role, dossiers, &at, tongue)) } }
            }
            (granting(&shown.grant, dossiers, shown.bodies, &at, tongue))
        }
        (belonging(shown.bodies, shown.belongs, &at, tongue))
        section class="piece" aria-labelledby="entry" {
            h2 id="entry" { (tongue.say("account-entry")) }
            @if let Some(asked) = asked {
                p { (tongue.say("account-asked")) ", " (moment(&asked, tongue)) }
            }
            @if !account.disabled {
                form class="form" method="post" action={ (at) "/link" } {
                    p { (tongue.say("account-link-about")) }
                    p { button { (tongue.say("account-link-make")) } }
                }
            }
            form class="form" method="post" action={ (at) "/state" } {
                @let (state, label) = match account.disabled {
                    true => ("enabled", "account-enable"),
                    false => ("disabled", "account-disable"),
                };
                p { (tongue.say(&format!("{label}-about"))) }
                p { button name="state" value=(state) { (tongue.say(label)) } }
            }
        }
    }
}

/// A role that is held, and the way to take it back.
fn held(role: &store::Role, dossiers: &[Dossier], at: &str, tongue: Tongue) -> Markup {
    let said = role_said(role, dossiers, tongue);
    let dossier = role.dossier.map(|dossier| dossier.0.to_string()).unwrap_or_default();
    let label = tongue.tell("account-revoke-which", &Args::new().text("role", said.as_str()));
    html! {
        form method="post" action={ (at) "/revoke" } {
            span { (said) }
            input type="hidden" name="role" value=(role.role);
            input type="hidden" name="dossier" value=(dossier);
            input type="hidden" name="body" value=(role.body.as_deref().unwrap_or_default());
            button aria-label=(label) { (tongue.say("account-revoke")) }
        }
    }
}

fn granting(
    grant: &Grant<'_>,
    dossiers: &[Dossier],
    bodies: &[Body],
    at: &str,
    tongue: Tongue,
) -> Markup {
    let choice = |name: &str| {
        let wrong = grant.wrong(name);
        (wrong, wrong.map(|_| "true"), wrong.map(|_| format!("{name}-wrong")))
    };
    let (role_wrong, role_invalid, role_about) = choice("role");
    let (dossier_wrong, dossier_invalid, dossier_about) = choice("dossier");
    let body = Field {
        optional: true,
        wrong: grant.wrong("body"),
        help: Some("account-body-help"),
        list: Some("bodies"),
        ..Field::text("body", "account-body", grant.body)
    };
    html! {
        form class="form" method="post" action={ (at) "/roles" } {
            div class="field" {
                label for="role" { (tongue.say("account-role")) }
                select id="role" name="role" aria-invalid=[role_invalid] aria-describedby=[role_about] {
                    @for role in Role::GRANTED {
                        option value=(role.name()) selected[grant.role == role.name()] { (role_name(role, tongue)) }
                    }
                }
                (beside("role", role_wrong, tongue))
            }
            div class="field" {
                label for="dossier" { (tongue.say("account-dossier")) }
                select id="dossier" name="dossier" aria-invalid=[dossier_invalid]
                    aria-describedby=[dossier_about] {
                    option value="" selected[grant.dossier.is_empty()] { (tongue.say("account-dossier-all")) }
                    @for dossier in dossiers {
                        @let id = dossier.id.0.to_string();
                        option value=(id) selected[grant.dossier == id] { (dossier.slug) }
                    }
                }
                (beside("dossier", dossier_wrong, tongue))
            }
            (body.show(tongue))
            (names(bodies))
            p { button { (tongue.say("account-grant")) } }
        }
    }
}
