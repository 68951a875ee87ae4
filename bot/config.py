"""Settings: one typed object, each with its name, default and help. Read from the environment, then from `.env`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import AnyHttpUrl, Field, SecretStr, TypeAdapter, ValidationError, field_validator, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import ConfigError

CHECKOUT = Path(__file__).resolve().parents[1]
OFFICIAL_API = "https://api.telegram.org"


class Settings(BaseSettings):
    """What can be set from outside. An empty value counts as not set; a secret is never shown."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="forbid", frozen=True
    )

    bot_token: SecretStr = Field(
        default=SecretStr(""), description="Telegram's token from @BotFather; empty: no Telegram"
    )
    bot_api_url: str = Field(default=OFFICIAL_API, description="the Bot API server, a self-hosted one included")
    proxy_url: str = Field(default="", description="http://, https:// or socks5:// proxy to reach the Bot API server")
    data_dir: Path = Field(
        default=CHECKOUT / "data", description="reports, facts, lexicon; the service never writes here"
    )
    state_dir: Path = Field(default=Path("state"), description="SQLite files, published reports, backups")
    bot_admins: Annotated[tuple[int, ...], NoDecode] = Field(
        default=(), description="the owners' Telegram ids, comma-separated"
    )
    bot_chats: Annotated[tuple[int, ...], NoDecode] = Field(
        default=(), description="ids of the groups that may use the bot, comma-separated; empty: all groups"
    )
    web_address: str = Field(default="127.0.0.1:8080", description="host:port that the page listens on")
    public_url: str = Field(default="", description="the address that people can reach; base of viewer and feed links")
    webhook_url: str = Field(default="", description="https address that Telegram posts updates to; empty: polling")
    webhook_secret: SecretStr = Field(default=SecretStr(""), description="the secret that comes with each webhook call")
    metrics_token: SecretStr = Field(
        default=SecretStr(""), description="bearer token for /metrics once PUBLIC_URL is set"
    )

    @field_validator("bot_admins", "bot_chats", mode="before")
    @classmethod
    def _split_ids(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.replace("，", ",").split(",") if part.strip())
        return value

    @field_validator("bot_api_url", "public_url", "webhook_url")
    @classmethod
    def _web_address(cls, value: str) -> str:
        if value:
            TypeAdapter(AnyHttpUrl).validate_python(value)
        return value.rstrip("/")

    @field_validator("web_address")
    @classmethod
    def _host_and_port(cls, value: str) -> str:
        host, colon, port = value.rpartition(":")
        if not (colon and host and port.isdigit() and int(port) < 65536):
            raise ValueError("must be host:port, for example 127.0.0.1:8080")
        return value

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> Settings:
        if bool(self.webhook_url) != bool(self.webhook_secret.get_secret_value()):
            raise ValueError("WEBHOOK_URL and WEBHOOK_SECRET need each other")
        return self

    @property
    def web_host(self) -> str:
        """The host of WEB_ADDRESS, without the brackets of an IPv6 address."""
        return self.web_address.rpartition(":")[0].strip("[]")

    @property
    def web_port(self) -> int:
        """The port of WEB_ADDRESS; 0 lets the system choose."""
        return int(self.web_address.rpartition(":")[2])


def load_settings() -> Settings:
    """The settings of this process. Raises ConfigError naming each key that is unknown or does not fit."""
    try:
        return Settings()
    except ValidationError as error:
        # Only the key and the reason: pydantic's own text would show the value, which may be a secret.
        raise ConfigError("; ".join(map(_said, error.errors(include_input=False)))) from None


def _said(problem: ErrorDetails) -> str:
    """What is wrong with a setting: its name and the reason; what is wrong with several names them itself."""
    location, reason = problem["loc"], problem["msg"].removeprefix("Value error, ")
    if problem["type"] == "extra_forbidden":
        reason = "there is no such setting"
    return f"{str(location[0]).upper()}: {reason}" if location else reason
