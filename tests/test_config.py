"""Settings: defaults that run with nothing configured, and complaints that name the key and show no secret."""

import re
from pathlib import Path

import pytest

from bot.config import CHECKOUT, OFFICIAL_API, Settings, load_settings
from bot.errors import ConfigError


def test_the_example_names_every_setting_and_changes_none(monkeypatch: pytest.MonkeyPatch) -> None:
    example = CHECKOUT / "deploy" / "env.example"
    lines = example.read_text("utf-8").splitlines()
    names = [found[1] for line in lines if (found := re.match(r"#?([A-Z_]+)=", line))]
    assert sorted(names) == sorted(name.upper() for name in Settings.model_fields)
    # What is set elsewhere must not be unset by whoever copies this file.
    assert not [line for line in lines if line.startswith(("WEB_ADDRESS", "DATA_DIR", "STATE_DIR"))]
    before = load_settings()
    monkeypatch.setitem(Settings.model_config, "env_file", example)
    assert load_settings() == before


def test_nothing_configured_is_enough() -> None:
    settings = load_settings()
    assert settings.bot_token.get_secret_value() == ""
    assert settings.bot_api_url == OFFICIAL_API
    assert (settings.web_host, settings.web_port) == ("127.0.0.1", 8080)
    assert (settings.data_dir / "reports" / "sources.toml").is_file()


def test_owners_are_comma_separated_in_either_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_ADMINS", "12, 34，56")
    assert load_settings().bot_admins == (12, 34, 56)


@pytest.mark.parametrize(
    ("key", "value"),
    [("WEB_ADDRESS", "8080"), ("PUBLIC_URL", "nowhere"), ("BOT_ADMINS", "me"), ("BOT_API_URL", "ftp://x")],
)
def test_a_bad_value_is_named(monkeypatch: pytest.MonkeyPatch, key: str, value: str) -> None:
    monkeypatch.setenv(key, value)
    with pytest.raises(ConfigError, match=key):
        load_settings()


def test_a_webhook_without_its_secret_refuses_to_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBHOOK_URL", "https://example.org/hook")
    with pytest.raises(ConfigError, match=r"^WEBHOOK_URL and WEBHOOK_SECRET need each other$"):
        load_settings()


def test_an_unknown_key_of_the_env_file_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    env = tmp_path / ".env"
    env.write_text("BOT_TOKEN=12345:secret-part\nBOT_TOKKEN=oops-secret\n", encoding="utf-8")
    monkeypatch.setitem(Settings.model_config, "env_file", env)
    with pytest.raises(ConfigError) as caught:
        load_settings()
    assert str(caught.value) == "BOT_TOKKEN: there is no such setting"


def test_an_empty_value_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEB_ADDRESS", "")
    assert load_settings().web_port == 8080
