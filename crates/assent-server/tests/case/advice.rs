//! What the case advises: after weeks of unanswered calls not another call, but an introduction.

use assent_domain::advice::{Attempts, WayIn, advise, menu};
use assent_domain::benefit::matrix;

use super::BOSS;
use super::given::Case;

#[test]
fn explore() {
    let case = Case::load();
    for date in [
        "2000-02-13",
        "2000-02-27",
        "2000-03-19",
        "2000-03-26",
        "2000-06-11",
        "2000-07-09",
        "2000-09-17",
        "2000-12-10",
        "2001-03-25",
    ] {
        let picture = case.picture(date);
        let id = |key: &str| {
            picture.group.parts().iter().map(|p| p.person).find(|p| case.key(*p) == key)
        };
        let mut attempts = Attempts::default();
        if let Some(boss) = id(BOSS) {
            attempts.ways.insert(boss, WayIn { through: vec![boss, boss, boss], chance: 0.06 });
        }
        let amount = "USD"
            .parse()
            .map(|currency| assent_domain::money::Money { minor: 2_000_000_000, currency })
            .ok();
        let t = std::time::Instant::now();
        let points =
            matrix(&picture, &["One set of figures".to_owned(), "Low running cost".to_owned()]);
        let t1 = t.elapsed();
        let advice = advise(&picture, &attempts, amount.as_ref(), &points);
        println!("== {date} now {:.3} {:?} {:?} {:?}", advice.now, advice.measure, t1, t.elapsed());
        for one in &advice.best {
            println!(
                "  {} {} {} gain {:.4} score {:.0} ({:.3}-{:.3}) {:?} {:?}",
                one.place,
                one.action,
                case.key(one.person_id),
                one.gain,
                one.score_hours,
                one.low,
                one.high,
                one.about,
                one.reasons.iter().map(|r| r.word).collect::<Vec<_>>()
            );
        }
        for a in &advice.ask {
            println!("  ask {} {} {:?}", a.topic, case.key(a.person_id), a.bits);
        }
        for d in &advice.duties {
            println!("  duty {:?}", d);
        }
        if let Some(a) = &advice.against {
            println!("  against {} {} {:.4}", a.action, case.key(a.person_id), a.gain);
        }
        let menu = menu(&picture, &attempts, amount.as_ref(), |_, _, _| true);
        for c in menu.choices.iter().filter(|c| case.key(c.person) == BOSS) {
            println!("     {} {:?} {:.4}", c.action, c.closed.map(|c| c.word), c.effect.gain);
        }
    }
}
