"""Names of places: today's, earlier ones, short ones, shared ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import DataError
from bot.model import Level
from bot.words.places import Places, short_name

DATA = Path(__file__).parents[2] / "data"


def codes(places: Places, name: str) -> set[str]:
    return {region.adcode for region in places.named(name)}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("光明", {"440311"}),
        ("内蒙", {"150000"}),
        ("版纳", {"532800"}),
        ("光明区", {"440311"}),
        ("深圳光明", {"440311"}),
        ("深圳市光明区", {"440311"}),
        ("广东省深圳市光明区", {"440311"}),
        ("广东光明", {"440311"}),
        ("东莞", {"441900"}),
        ("重庆巴南", {"500113"}),
        ("重庆市巴南区", {"500113"}),
        ("廉江", {"440881"}),
        ("湛江廉江市", {"440881"}),
        ("宝安", {"440306"}),
        ("朝阳", {"110105", "211300", "211321", "220104"}),
        ("北京朝阳", {"110105"}),
        ("江北区", {"330205", "500105"}),
        ("重庆江北", {"500105"}),
        ("崇明县", {"310151"}),
        ("四川双流县", {"510116"}),
        ("蓟县", {"120119"}),
        ("太谷县", {"140703"}),
        ("闸北", {"310108"}),
        ("延边", {"222400"}),
        ("延边州", {"222400"}),
        ("黔东南州", {"522600"}),
        ("恩施州", {"422800"}),
        ("恩施", {"422800", "422801"}),
        ("四川凉山州", {"513400"}),
        ("恭城县", {"450332"}),
        ("锡盟", {"152500"}),
        ("阿盟", {"152900"}),
        ("内蒙古锡盟", {"152500"}),
        ("兴盟", set()),
        ("博州", {"652700"}),
        ("巴州", {"652800", "511902"}),
        ("西州", set()),
        ("东乡", {"361003", "622926"}),
        ("碑林", {"610103"}),
        ("鄂温克", {"150724"}),
        ("仙桃", {"429004"}),
        ("深圳廉江", set()),
        ("光明顶", set()),
        ("", set()),
    ],
)
def test_named(places: Places, name: str, expected: set[str]) -> None:
    assert codes(places, name) == expected


def test_28_county_names_stand_for_more_than_one_place(places: Places) -> None:
    today = (Path(__file__).parents[2] / "data/places/divisions.tsv").read_text(encoding="utf-8").splitlines()
    names = [line.split("\t")[2] for line in today if not line.split("\t")[0].endswith("00")]
    shared = {name for name in names if names.count(name) > 1}
    assert len(shared) == 28
    for name in shared:
        found = places.named(name)
        assert len(found) > 1
        assert len({region.name for region in found}) == len(found), "full names tell them apart"


def test_full_names_are_as_reports_print_them(places: Places) -> None:
    for code, name in {
        "440311": "深圳市光明区",
        "440881": "廉江市",
        "441900": "东莞市",
        "500113": "重庆市巴南区",
    }.items():
        region = places.get(code)
        assert region is not None
        assert region.name == name


def test_every_division_is_found_by_its_full_name(places: Places) -> None:
    for region in places.by_code.values():
        assert region in places.named(region.name)


@pytest.mark.parametrize(
    ("own", "short"),
    [
        ("光明区", "光明"),
        ("沙县", "沙县"),
        ("浦东新区", "浦东"),
        ("恭城瑶族自治县", "恭城"),
        ("积石山保安族东乡族撒拉族自治县", "积石山"),
        ("东乡族自治县", "东乡"),
        ("内蒙古自治区", "内蒙古"),
        ("广西壮族自治区", "广西"),
        ("科尔沁左翼中旗", "科尔沁左翼中旗"),
        ("神农架林区", "神农架"),
        ("大兴安岭地区", "大兴安岭"),
    ],
)
def test_short_name(own: str, short: str) -> None:
    assert short_name(own) == short


def test_a_city_contains_its_districts(places: Places) -> None:
    [shenzhen], [guangming], [guangdong], [lianjiang] = map(places.named, ("深圳", "光明", "广东", "廉江"))
    assert places.contains(shenzhen, guangming)
    assert places.contains(guangdong, guangming)
    assert places.contains(guangming, guangming)
    assert not places.contains(guangming, shenzhen)
    assert not places.contains(shenzhen, lianjiang)
    assert [region.level for region in (guangdong, shenzhen, guangming)] == [Level.PROVINCE, Level.CITY, Level.COUNTY]


def test_an_earlier_code_is_todays_division(places: Places) -> None:
    region = places.get("310230")
    assert region is not None
    assert region.name == "上海市崇明区"
    assert places.get("000000") is None


@pytest.mark.parametrize(
    ("name", "code", "now"),
    [("遵义县", "520321", "520304"), ("户县", "610125", "610118"), ("星子县", "360427", "360483")],
)
def test_a_division_that_was_renamed_is_one_place_under_both_names(
    places: Places, name: str, code: str, now: str
) -> None:
    assert places.get(code) == places.get(now)
    assert places.get(now) in places.named(name)


def test_a_division_that_went_into_others_stays_its_own_and_says_where(places: Places) -> None:
    [zhabei] = places.named("闸北")
    assert [region.own for region in places.today(zhabei)] == ["静安区"]
    [guangming] = places.named("光明")
    assert places.today(guangming) == ()


def test_of_every_earlier_division_it_is_known_what_became_of_it(places: Places) -> None:
    today, earlier = (
        {row.partition("\t")[0] for row in (DATA / "places" / file).read_text(encoding="utf-8").splitlines()}
        for file in ("divisions.tsv", "earlier.tsv")
    )
    gone = {code for code in earlier if (region := places.get(code)) and region.adcode not in today}
    assert gone == places.successors.keys()
    assert {region.adcode for code in gone for region in places.today(places.by_code[code])} <= today


def test_a_broken_row_is_named(tmp_path: Path) -> None:
    (tmp_path / "divisions.tsv").write_text("110000\t\t北京市\n110101\t110000\n", encoding="utf-8")
    for empty in ("earlier.tsv", "succession.tsv", "said.tsv", "plain_words.txt"):
        (tmp_path / empty).write_text("", encoding="utf-8")
    with pytest.raises(DataError, match=r"divisions\.tsv:2: 3 columns expected, 2 found"):
        Places.load(tmp_path)
