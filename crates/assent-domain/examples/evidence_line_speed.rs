//! How long one line of evidence takes to be read, with thirty people at hand. Run with `--release`.
//!
//! Prints the median of many readings for lines of about two hundred characters and for short ones,
//! and how long the lexicon takes to load, which happens once.

use std::time::Instant;

use assent_domain::evidence_line::{
    Context, KnownOrganization, KnownPerson, OrganizationSide, read_line,
};
use assent_domain::time::Timestamp;
use assent_inference::{DEFAULT_PRIORS, Model, Priors};
use uuid::Uuid;

const READINGS: usize = 2_000;

const NAMES: [&str; 30] = [
    "Mara Lindqvist",
    "Tom Nowicki",
    "Elena Brandt",
    "Will Harper",
    "Jürgen Müller",
    "Ana van der Meer",
    "Sofia Reyes",
    "Jens Aalto",
    "Priya Raman",
    "Oskar Blom",
    "Lena Ortega",
    "Marc Delvaux",
    "Ruth Kessler",
    "Yuki Tanaka",
    "Ben Carlow",
    "王建国",
    "王芳",
    "李敏",
    "张伟",
    "陈晓东",
    "刘洋",
    "欧阳静",
    "赵磊",
    "周强",
    "吴丽丽",
    "孙海涛",
    "马超",
    "胡雪",
    "林志远",
    "郑秀英",
];

const LINES: [(&str, &str); 4] = [
    ("short, English", "Called Mara, no answer"),
    ("short, Chinese", "给王总打电话，没接"),
    (
        "200 characters, English",
        "Met Mara and Tom yesterday at the Leeds plant: Mara needs one close for all plants and fears \
         the migration, Tom understood the concept and will send us the interface list by 12 July; \
         I promised a quote",
    ),
    (
        "200 characters, Chinese",
        "昨天和王总、张工在车间开了技术交流会，王总最看重上线速度，担心数据迁移影响生产，也嫌价格有点高；张工听懂了我们的方案，\
         说现在排产全靠手工，经常出错，每月对账要花三天。王总承诺7月10日前给最终答复，我答应周五前发正式报价单和接口清单。\
         听说金桥的人又来了，李敏更倾向金桥，不过陈总在会上帮我们说了不少好话，还说预算上周已经批下来了，下周三再约我们见面谈合同细节和付款方式。",
    ),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let model = Model::new(&Priors::parse(DEFAULT_PRIORS)?);
    let id = |index: usize| Uuid::from_u128(index as u128 + 1);
    let people: Vec<KnownPerson<'_>> = NAMES
        .iter()
        .enumerate()
        .map(|(index, name)| KnownPerson {
            id: id(index).into(),
            name,
            ours: (6..8).contains(&index),
            title: Some("经理"),
        })
        .collect();
    let organizations = [
        KnownOrganization { name: "Nordsoft GmbH", side: OrganizationSide::Competitor },
        KnownOrganization { name: "金桥软件", side: OrganizationSide::Competitor },
    ];
    let context = Context {
        model: &model,
        opportunity: id(1000).into(),
        people: &people,
        organizations: &organizations,
        author: Some(id(6).into()),
        focus: None,
        today: "2026-06-24".parse()?,
        now: Timestamp::parse("2026-06-24T15:00:00Z")?,
    };
    let begin = Instant::now();
    std::hint::black_box(read_line(&context, "lexicon", &[]));
    println!("the lexicon loads in {:.1} ms", begin.elapsed().as_secs_f64() * 1e3);
    for (name, line) in LINES {
        let mut micros: Vec<f64> = (0..READINGS)
            .map(|_| {
                let begin = Instant::now();
                std::hint::black_box(read_line(&context, line, &[]));
                begin.elapsed().as_secs_f64() * 1e6
            })
            .collect();
        micros.sort_by(f64::total_cmp);
        let median = micros[READINGS / 2];
        let chips = read_line(&context, line, &[]).chips.len();
        println!("{name} ({} characters, {chips} chips): {median:.0} µs", line.chars().count());
    }
    Ok(())
}
