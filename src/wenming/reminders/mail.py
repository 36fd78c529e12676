"""Sends one message by mail, through the server of the settings."""

import smtplib

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from wenming.reminders.channels import NotSent, Unsure
from wenming.reminders.formats import Message

_PERMANENT = 500  # SMTP answers from here on will be the same the next time


def is_possible() -> bool:
    """Whether the installation can send mail at all."""
    return bool(settings.MAIL)


def send(address: str, message: Message) -> str:
    """Hand the message to the mail server; what it said. Raises NotSent, Unsure."""
    if not is_possible():
        raise NotSent("no_mail_server")
    connection = get_connection(timeout=settings.REMINDER_SECONDS)
    try:
        _open(connection)
        return _handed_over(EmailMessage(message.title, text_of(message), to=[address], connection=connection))
    finally:
        connection.close()


def _open(connection: BaseEmailBackend) -> None:
    try:
        connection.open()
    except smtplib.SMTPAuthenticationError as error:
        raise NotSent("mail_sign_in", _said(error)) from error
    except smtplib.SMTPNotSupportedError as error:
        raise NotSent("mail_sign_in") from error
    except (OSError, smtplib.SMTPException) as error:
        raise NotSent("mail_unreachable", is_passing=True) from error


def text_of(message: Message) -> str:
    """The body: a mail may be long, so nothing is cut."""
    tail = ["", f"{message.link_words}：{message.link}"] if message.link else []
    return "\n".join([*message.head, "", *message.lines, *tail, ""])


def _handed_over(mail: EmailMessage) -> str:
    try:
        mail.send()
    except ValueError as error:  # no address, or one that would be a header
        raise NotSent("bad_mail_address") from error
    except smtplib.SMTPRecipientsRefused as error:
        code, said = next(iter(error.recipients.values()))
        raise NotSent("mail_refused", f"{code} {_words(said)}", is_passing=code < _PERMANENT) from error
    except smtplib.SMTPResponseException as error:
        is_passing = error.smtp_code < _PERMANENT
        raise NotSent("mail_refused", _said(error), is_passing=is_passing) from error
    except (OSError, smtplib.SMTPException) as error:
        raise Unsure("no_answer") from error
    return ""


def _said(error: smtplib.SMTPResponseException) -> str:
    return f"{error.smtp_code} {_words(error.smtp_error)}"


def _words(said: bytes | str) -> str:
    return said.decode(errors="replace") if isinstance(said, bytes) else said
