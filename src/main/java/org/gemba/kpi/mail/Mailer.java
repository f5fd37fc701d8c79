package org.gemba.kpi.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.function.Supplier;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands mails to the mail server of the settings.
public final class Mailer {
    private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);
    private static final String PATIENCE = "15000";

    private final Supplier<SmtpSettings> settings;
    private final Clock clock;

    public Mailer(Supplier<SmtpSettings> settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// Connects, then says that it begins, then hands over.
    ///
    /// @param beginning runs when the server is there and nothing was written yet
    /// @throws org.gemba.platform.error.AppError.NotConfigured without a server
    public HandedOver send(Mail mail, Runnable beginning) {
        var server = settings.get();
        server.check();
        var session = Session.getInstance(properties(server));
        try {
            var message = message(session, server, mail);
            var transport = session.getTransport("smtp");
            try {
                connect(transport, server);
                beginning.run();
                return handOver(transport, message);
            } finally {
                hangUp(transport);
            }
        } catch (MessagingException e) {
            return new HandedOver.No(words(e));
        }
    }

    private static void connect(Transport transport, SmtpSettings server) throws MessagingException {
        boolean isNamed = !server.user().isEmpty();
        transport.connect(
                server.host(),
                server.port(),
                isNamed ? server.user() : null,
                isNamed ? server.password().value() : null);
    }

    /// What came of the mail is known by now, whatever the server says to a goodbye.
    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("the mail server did not take the goodbye: {}", e.getMessage());
        }
    }

    private static HandedOver handOver(Transport transport, Traced message) {
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return new HandedOver.Yes();
        } catch (MessagingException e) {
            boolean isRefused = e instanceof SMTPSendFailedException answered && answered.getReturnCode() >= 400;
            return message.isWritten && !isRefused ? new HandedOver.Unclear(words(e)) : new HandedOver.No(words(e));
        }
    }

    private static String words(Exception failure) {
        Throwable last = failure;
        while (last instanceof MessagingException more && more.getNextException() != null)
            last = more.getNextException();
        return MailAddresses.line(String.valueOf(last.getMessage()));
    }

    private static Properties properties(SmtpSettings server) {
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", PATIENCE);
        properties.put("mail.smtp.timeout", PATIENCE);
        properties.put("mail.smtp.writetimeout", PATIENCE);
        properties.put("mail.smtp.auth", Boolean.toString(!server.user().isEmpty()));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(server.isEncrypted()));
        properties.put("mail.smtp.starttls.required", Boolean.toString(server.isEncrypted()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    private Traced message(Session session, SmtpSettings server, Mail mail) throws MessagingException {
        var message = new Traced(session, mail.messageId());
        message.setFrom(new InternetAddress(server.from(), true));
        for (var recipient : mail.recipients()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient, true));
        }
        message.setSubject(MailAddresses.line(mail.subject()), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        var text = new MimeBodyPart();
        text.setText(mail.text(), StandardCharsets.UTF_8.name());
        var file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(new ByteArrayDataSource(mail.file(), mail.fileType())));
        file.setFileName(MailAddresses.line(mail.fileName()));
        message.setContent(new MimeMultipart(text, file));
        message.saveChanges();
        return message;
    }

    /// Keeps the id that it was given and knows whether it was written in full.
    private static final class Traced extends MimeMessage {
        private final String messageId;
        private boolean isWritten;

        Traced(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }

        @Override
        public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
            super.writeTo(out, ignored);
            isWritten = true;
        }
    }
}
