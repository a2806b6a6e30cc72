//! What stands around every page: head, masthead, the parts of a dossier, foot.

use crate::{Held, Tongue, assets};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use procedure::sentence;
use words::Args;

/// What the site is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    /// In English.
    pub en: String,
    /// In French.
    pub fr: String,
}

impl Names {
    /// In this language.
    pub fn get(&self, tongue: Tongue) -> &str {
        match tongue {
            Tongue::En => &self.en,
            Tongue::Fr => &self.fr,
        }
    }
}

/// Whoever is signed in.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// What the account is called.
    pub name: &'a str,
}

/// The parts of a dossier, each a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// The draft beside its amendments.
    Dossier,
    /// The calling order.
    Order,
    /// Results and minutes.
    Sitting,
    /// The adopted text.
    Adopted,
    /// Published versions.
    Versions,
}

impl Tab {
    const ALL: [Self; 5] =
        [Self::Dossier, Self::Order, Self::Sitting, Self::Adopted, Self::Versions];

    /// The end of its address.
    fn end(self) -> &'static str {
        match self {
            Self::Dossier => "",
            Self::Order => "/order",
            Self::Sitting => "/sitting",
            Self::Adopted => "/adopted",
            Self::Versions => "/versions",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Dossier => "web-tab-dossier",
            Self::Order => "web-tab-order",
            Self::Sitting => "web-tab-sitting",
            Self::Adopted => "web-tab-adopted",
            Self::Versions => "web-tab-versions",
        }
    }
}

/// What all pages of a site depend on, beside what they show.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// What the site is called.
    pub names: &'a Names,
    /// Where the site stands for others, `https://amendments.example`; empty where addresses stay relative.
    pub base: &'a str,
    /// Whether papers can be had as PDF.
    pub prints: bool,
    /// The language of the page.
    pub tongue: Tongue,
}

/// A page without what stands around it.
#[derive(Debug)]
pub struct Frame<'a> {
    /// What it depends on beside what it shows.
    pub setting: &'a Setting<'a>,
    /// What it is called, for the window; empty for the first page.
    pub title: String,
    /// Its address behind the language: "/412-lakes/order"; "/" for the first page.
    pub path: String,
    /// The dossier that it is of, and which part of it; none where it is of no part.
    pub of: Option<(&'a Held, Option<Tab>)>,
    /// What it is, for machines.
    pub linked: Option<String>,
}

impl Frame<'_> {
    /// A page that is the same for everybody.
    pub fn around(&self, body: &Markup) -> Markup {
        self.page(&self.sign_in(), body)
    }

    /// A page for one person, or for who is not signed in yet.
    pub fn private(&self, person: Option<Person<'_>>, body: &Markup) -> Markup {
        let entrance = person.map_or_else(|| self.sign_in(), |person| self.person(person));
        self.page(&entrance, body)
    }

    /// A page for a wall: nothing stands around it.
    pub fn on_the_wall(&self, body: &Markup) -> Markup {
        let held = self.of.map(|(held, _)| held);
        self.document(
            Some("wall"),
            &html! {
                main id="content" tabindex="-1" data-anew { (body) }
                @if let Some(held) = held { footer { (stands(held, self.setting.tongue)) } }
            },
        )
    }

    fn page(&self, entrance: &Markup, body: &Markup) -> Markup {
        let tongue = self.setting.tongue;
        let name = self.setting.names.get(tongue);
        self.document(
            None,
            &html! {
                a class="skip" href="#content" { (tongue.say("web-skip")) }
                (self.masthead(name, entrance))
                (self.parts())
                main id="content" tabindex="-1" data-anew[self.is_put_anew()] { (body) }
                (self.foot())
            },
        )
    }

    fn document(&self, class: Option<&str>, body: &Markup) -> Markup {
        let tongue = self.setting.tongue;
        let name = self.setting.names.get(tongue);
        let title = match self.title.as_str() {
            "" => name.to_owned(),
            title => format!("{title} – {name}"),
        };
        html! {
            (DOCTYPE)
            html lang=(tongue.tag()) data-follow=[self.follows()] {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (title) }
                    (self.links())
                    @if let Some(linked) = &self.linked {
                        script type="application/ld+json" { (PreEscaped(linked)) }
                    }
                }
                body class=[class] { (body) }
            }
        }
    }

    /// The dossier whose events the page follows: every one but what was published, which stays as it is.
    fn follows(&self) -> Option<String> {
        let (held, tab) = self.of?;
        let follows = tab != Some(Tab::Versions);
        follows.then(|| format!("/{}/{}", self.setting.tongue.tag(), held.slug))
    }

    /// Whether an event changes more of the page than the pieces that followers are told: of every page but the dossier's.
    fn is_put_anew(&self) -> bool {
        self.of.is_some_and(|(held, _)| self.path != format!("/{}", held.slug))
    }

    fn links(&self) -> Markup {
        let feed = self.of.map(|(held, _)| held);
        html! {
            link rel="preload" as="font" type="font/woff2" href=(assets::REGULAR.address()) crossorigin;
            link rel="stylesheet" href=(assets::STYLE.address());
            script src=(assets::SCRIPT.address()) {}
            @if self.follows().is_some() { script src=(assets::LIVE.address()) defer {} }
            noscript { link rel="stylesheet" href="/theme.css"; }
            link rel="icon" type="image/svg+xml" href=(assets::ICON.address());
            @for other in Tongue::ALL {
                link rel="alternate" hreflang=(other.tag()) href={
                    (self.setting.base) "/" (other.tag()) (self.path)
                };
            }
            @if let Some(held) = feed {
                link rel="alternate" type="application/atom+xml" title=(held.title(self.setting.tongue)) href={
                    (self.setting.base) "/" (self.setting.tongue.tag()) "/" (held.slug) "/feed.atom"
                };
            }
        }
    }

    fn masthead(&self, name: &str, entrance: &Markup) -> Markup {
        let (tongue, other) = (self.setting.tongue, self.setting.tongue.other());
        html! {
            header class="masthead" {
                a class="name" href={ "/" (tongue.tag()) "/" } { (name) }
                (entrance)
                a class="tongue" href={ "/language/" (other.tag()) (self.path) } lang=(other.tag())
                    hreflang=(other.tag()) rel="nofollow" { (other.name()) }
            }
        }
    }

    /// The way to one's account, which leads who is not signed in to signing in.
    fn sign_in(&self) -> Markup {
        let tongue = self.setting.tongue;
        html! {
            a class="entrance" href={ "/" (tongue.tag()) "/account" } rel="nofollow" {
                (tongue.say("account-sign-in"))
            }
        }
    }

    fn person(&self, person: Person<'_>) -> Markup {
        let tongue = self.setting.tongue;
        html! {
            form class="entrance" method="post" action={ "/" (tongue.tag()) "/account/sign-out" } {
                a href={ "/" (tongue.tag()) "/account" } { (person.name) }
                button { (tongue.say("account-sign-out")) }
            }
        }
    }

    fn parts(&self) -> Markup {
        let Some((held, here)) = self.of else { return html! {} };
        let tongue = self.setting.tongue;
        html! {
            nav class="parts" aria-label=(tongue.say("web-parts")) {
                p class="of" {
                    span class="reference" { (held.reference()) }
                }
                ul {
                    @for tab in Tab::ALL {
                        li {
                            a href={ "/" (tongue.tag()) "/" (held.slug) (tab.end()) }
                                aria-current=[(here == Some(tab)).then_some("page")] {
                                (tongue.say(tab.name()))
                            }
                        }
                    }
                }
            }
        }
    }

    fn foot(&self) -> Markup {
        let tongue = self.setting.tongue;
        let back = format!("/{}{}", tongue.tag(), self.path);
        html! {
            footer {
                @if let Some((held, _)) = self.of { (stands(held, tongue)) }
                nav class="theme" aria-label=(tongue.say("web-theme")) {
                    span { (tongue.say("web-theme")) }
                    ul {
                        @for theme in ["auto", "light", "dark"] {
                            li {
                                a href={ "/theme/" (theme) "?back=" (back) } rel="nofollow"
                                    data-theme-choice=(theme) {
                                    (tongue.say(&format!("web-theme-{theme}")))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Behind which event the page stands, so that it can be held against the log.
pub fn stands(held: &Held, tongue: Tongue) -> Markup {
    let time = held.sitting.course.time.as_ref();
    let hash: String = held.head.hash.to_string().chars().take(12).collect();
    let args = Args::new()
        .text("event", held.head.seq.to_string())
        .text("moment", time.map(|time| held.telling(tongue).moment(time)).unwrap_or_default());
    html! {
        p class="stands" id="stands" data-live="stands" data-event=(held.head.seq) {
            (tongue.tell("web-stands", &args)) " "
            code title=(held.head.hash.to_string()) { (hash) }
            " · "
            a href={ "/" (tongue.tag()) "/" (held.slug) "/feed.atom" } { (tongue.say("web-feed")) }
        }
    }
}

/// "16 October 2031", with the moment for machines.
pub fn day(time: &procedure::event::Time, tongue: Tongue) -> Markup {
    html! { time datetime=(time.as_str()) { (sentence::day(time, tongue.lang())) } }
}
