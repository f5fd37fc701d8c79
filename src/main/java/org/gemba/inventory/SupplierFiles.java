package org.gemba.inventory;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.gemba.access.Caller;
import org.gemba.platform.error.AppError;
import org.gemba.platform.http.GuardedFetch;
import org.gemba.platform.http.Reach;
import org.jspecify.annotations.Nullable;

/// Fetches data sheets and pictures from addresses that suppliers give. Closed addresses are not reached, except hosts
/// that an administrator listed; what is no PDF or picture is refused; an address that may not be fetched is kept.
final class SupplierFiles {
    private static final long MOST_PDF = 20L << 20;
    private static final long MOST_PICTURE = 5L << 20;
    private static final int LEAST_PDF = 1024;
    private static final int MOST_ADDRESS = 2000;
    private static final Pattern LINK = Pattern.compile(
            "(?:src|href|data)\\s*=\\s*[\"']([^\"'<>\\s]{1,1000}?\\.pdf[^\"'<>\\s]{0,200})[\"']",
            Pattern.CASE_INSENSITIVE);

    private final GuardedFetch fetch;
    private final DatasheetService datasheets;
    private final ImageService images;
    private final Supplier<Set<String>> hosts;

    /// @param hosts `host` or `host:port` on closed networks that may be fetched from nevertheless
    SupplierFiles(GuardedFetch fetch, DatasheetService datasheets, ImageService images, Supplier<Set<String>> hosts) {
        this.fetch = fetch;
        this.datasheets = datasheets;
        this.images = images;
        this.hosts = hosts;
    }

    /// @return `success` or `error: …`
    String datasheet(Caller caller, Part part, SupplierPart told) {
        var address = told.datasheetUrl();
        if (address == null || address.length() > MOST_ADDRESS) return "error: the supplier has no data sheet";
        var kept = datasheets.of(caller, part.id()).stream()
                .filter(sheet -> address.equals(sheet.sourceUrl()))
                .toList();
        if (kept.stream().anyMatch(Datasheet::isDownloaded)) return "success";
        var about = new DatasheetService.About(
                part.id(), part.name() + ".pdf", address, told.supplier(), told.maker(), told.makerNumber(), null);
        try {
            var bytes = pdf(address);
            datasheets.store(caller, about, bytes);
            kept.forEach(sheet -> datasheets.delete(caller, sheet.id()));
            return "success";
        } catch (AppError.UpstreamUnavailable | AppError.InvalidInput | AppError.TooLarge e) {
            var words = String.valueOf(e.getMessage());
            if (kept.isEmpty()) datasheets.remember(caller, about, words);
            return "error: " + words;
        }
    }

    /// LCSC's links often lead to a page that wraps the file.
    private byte[] pdf(String address) {
        var reach = new Reach(false, hosts.get());
        var found = fetch.get(address, reach, MOST_PDF);
        if (found.contentType().startsWith("text/html")) {
            var page = new String(found.bytes(), StandardCharsets.UTF_8);
            var inner = inner(address, page);
            if (inner != null) found = fetch.get(inner, reach, MOST_PDF);
        }
        if (found.bytes().length < LEAST_PDF) {
            throw new AppError.UpstreamUnavailable("fetch", "The data sheet is too short to be one.", null);
        }
        return found.bytes();
    }

    private static @Nullable String inner(String address, String page) {
        var link = LINK.matcher(page);
        if (!link.find()) return null;
        try {
            return URI.create(address).resolve(link.group(1)).toString();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// @return the address at which we serve it; null when the supplier has none
    /// @throws AppError when it cannot be fetched or is no picture
    @Nullable
    String picture(Caller caller, SupplierPart told) {
        var address = told.imageUrl();
        if (address == null) return null;
        var found = fetch.get(address, new Reach(false, hosts.get()), MOST_PICTURE);
        return images.store(caller, found.bytes()).url();
    }
}
