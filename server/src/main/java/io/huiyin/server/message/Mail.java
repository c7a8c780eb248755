package io.huiyin.server.message;

import io.huiyin.server.sql.Refusal;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * 电子邮件 by SMTP. {@code smtps://} speaks TLS from the first byte; {@code smtp://} turns to TLS where the server offers it, and must
 * where a password is sent or the server is on another machine.
 */
@Component
class Mail implements Carrier {

    private static final String MILLISECONDS = "10000";
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final @Nullable URI server;
    private final String from;
    private final Clock clock;

    Mail(
            @Value("${huiyin.smtp.url:}") String url,
            @Value("${huiyin.mail.from:}") String from,
            @Value("${huiyin.public-url:}") String publicUrl,
            Clock clock) {
        this.server = url.isBlank() ? null : server(url.strip());
        this.from = from.strip();
        this.clock = clock;
        if (server == null) return;
        if (Address.of(this.from).filter(one -> one.channel() == Channel.MAIL).isEmpty())
            throw new Refusal(
                    "HUIYIN_SMTP_URL is set, so HUIYIN_MAIL_FROM must be the address that mails come from, such as huiyin@example.gov.cn.");
        if (publicUrl.isBlank())
            throw new Refusal("HUIYIN_SMTP_URL is set, so HUIYIN_PUBLIC_URL must be set too: mails lead there.");
    }

    private static URI server(String url) {
        try {
            URI server = URI.create(url);
            if (url.matches("smtps?://.+") && server.getHost() != null) return server;
        } catch (IllegalArgumentException unreadable) {
            // said below, without the password that may stand in it
        }
        throw new Refusal(
                "HUIYIN_SMTP_URL is no address of a mail server: give smtps://USER:PASSWORD@HOST:465 or smtp://HOST:25.");
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public boolean configured() {
        return server != null;
    }

    @Override
    public Fate send(Letter letter, String to) {
        if (server == null) throw new IllegalStateException("mail is not configured");
        String[] user = server.getUserInfo() == null
                ? new String[] {null, null}
                : server.getUserInfo().split(":", 2);
        Session session = Session.getInstance(settings(server));
        try (Transport transport = session.getTransport(server.getScheme())) {
            MimeMessage mail = mail(session, letter, to);
            transport.connect(server.getHost(), server.getPort(), user[0], user.length > 1 ? user[1] : "");
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Fate.Sent();
        } catch (AuthenticationFailedException e) {
            return new Fate.Later("password"); // the operator's, who can mend it
        } catch (SendFailedException e) {
            return e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0
                    ? new Fate.Never("refused")
                    : new Fate.Later("busy");
        } catch (MessagingException e) {
            return new Fate.Later("unreachable");
        }
    }

    private MimeMessage mail(Session session, Letter letter, String to) throws MessagingException {
        String id = "<" + letter.id() + from.substring(from.indexOf('@')) + ">";
        MimeMessage mail = new MimeMessage(session) {
            /** The same at every try, so that what arrives twice can be told. */
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom(new InternetAddress(from, true));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        mail.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        mail.setText(letter.text(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no holiday notes back
        return mail;
    }

    private static Properties settings(URI server) {
        Properties settings = new Properties();
        boolean sealed = server.getUserInfo() != null || !HERE.contains(server.getHost());
        for (String protocol : Set.of("smtp", "smtps")) {
            String own = "mail." + protocol + ".";
            settings.setProperty(own + "connectiontimeout", MILLISECONDS);
            settings.setProperty(own + "timeout", MILLISECONDS);
            settings.setProperty(own + "writetimeout", MILLISECONDS);
            settings.setProperty(own + "ssl.checkserveridentity", "true");
            settings.setProperty(own + "auth", String.valueOf(server.getUserInfo() != null));
        }
        settings.setProperty("mail.smtp.starttls.enable", String.valueOf(sealed));
        settings.setProperty("mail.smtp.starttls.required", String.valueOf(sealed));
        return settings;
    }
}
