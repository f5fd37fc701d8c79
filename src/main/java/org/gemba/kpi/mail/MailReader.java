package org.gemba.kpi.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.gemba.kpi.SinkMail;

/// Reads mails that the demo's mail server took.
public final class MailReader {
    private MailReader() {}

    /// One that cannot be read is shown by what is wrong with it.
    public static ReadMail read(SinkMail mail) {
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.raw()));
            var text = new StringBuilder();
            var files = new ArrayList<String>();
            read(message, text, files);
            var subject = message.getSubject() == null ? "" : message.getSubject();
            return new ReadMail(
                    mail.at(), mail.recipients(), subject, text.toString().strip(), files);
        } catch (MessagingException | IOException e) {
            return new ReadMail(mail.at(), mail.recipients(), "", String.valueOf(e.getMessage()), List.of());
        }
    }

    private static void read(Part part, StringBuilder text, List<String> files) throws MessagingException, IOException {
        if (part.getFileName() != null) files.add(part.getFileName());
        else if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) read(parts.getBodyPart(i), text, files);
        } else if (part.getContent() instanceof String words) text.append(words).append('\n');
    }
}
