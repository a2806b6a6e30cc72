//! Who somebody is, proved by others: an identity provider, a passkey, a mailbox.

#[allow(dead_code, reason = "each test file uses a part")]
#[path = "../common/mod.rs"]
mod common;
#[path = "../common/driven.rs"]
mod driven;
mod letters;
#[path = "../office/mod.rs"]
mod office;
mod openid;
mod passkeys;

use common::Got;

/// The cookie of this name that an answer sets, as a browser sends it.
fn cookie(got: &Got, name: &str) -> Option<String> {
    let all = got.headers.get_all("set-cookie").iter();
    let all = all.map(|value| value.to_str().expect("text"));
    let pairs = all.filter_map(|value| value.split(';').next());
    let set = pairs.filter(|pair| pair.starts_with(&format!("{name}=")));
    set.map(str::to_owned).next_back()
}
