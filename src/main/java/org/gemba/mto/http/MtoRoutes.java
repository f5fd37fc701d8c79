package org.gemba.mto.http;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.mto.MtoService;
import org.gemba.mto.MtoSheet;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Place;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.tabular.CsvWriter;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Route;

/// Lookup, related orders, search and export, as the MTO document has them.
public final class MtoRoutes {
    private static final String MTO_FORM = "^[A-Za-z0-9-]{2,50}$";
    private static final int LONGEST_SEARCH = 200;

    private final MtoService service;
    private final StatusWriter statusWriter;
    private final Texts texts;

    private MtoRoutes(MtoService service, Texts texts, ZoneId zone) {
        this.service = service;
        this.texts = texts;
        this.statusWriter = new StatusWriter(texts, zone);
    }

    /// @param zone the factory's zone, in which times are printed
    public static List<Route> of(MtoService service, Texts texts, ZoneId zone) {
        var routes = new MtoRoutes(service, texts, zone);
        var all = new ArrayList<>(routes.lookups());
        all.addAll(CacheRoutes.of(service));
        return List.copyOf(all);
    }

    static String mtoNumber(Call call) {
        return call.path("mto_number", MTO_FORM, "2 to 50 letters, digits and hyphens");
    }

    private List<Route> lookups() {
        return List.of(
                Route.get(ApiFamily.MTO, "/api/mto/{mto_number}", "Where an MTO stands: parent, items, metrics")
                        .needs(Permission.MTO_READ)
                        .perMinute(30)
                        .pathParameter("mto_number", "2 to 50 letters, digits and hyphens")
                        .query("use_cache", "boolean", "serve cached data while younger than an hour; default true")
                        .answers(StatusAnswer.class)
                        .handle(this::status),
                Route.get(ApiFamily.MTO, "/api/mto/{mto_number}/related-orders", "The bills around an MTO, by kind")
                        .needs(Permission.MTO_READ)
                        .perMinute(30)
                        .pathParameter("mto_number", "2 to 50 letters, digits and hyphens")
                        .answers(RelatedAnswer.class)
                        .handle(this::related),
                Route.get(ApiFamily.MTO, "/api/search", "Cached production orders by MTO number or material name")
                        .needs(Permission.MTO_READ)
                        .perMinute(60)
                        .requiredQuery("q", "string", "at least 2 characters")
                        .query("limit", "integer", "1 to 100, default 20")
                        .query("offset", "integer", "how many to skip, default 0")
                        .answers(SearchHit.class)
                        .handle(this::search),
                Route.get(ApiFamily.MTO, "/api/export/mto/{mto_number}", "The items of an MTO as CSV")
                        .needs(Permission.MTO_READ)
                        .perMinute(20)
                        .pathParameter("mto_number", "2 to 50 letters, digits and hyphens")
                        .query("use_cache", "boolean", "serve cached data while younger than an hour; default false")
                        .handle(this::export));
    }

    private Object status(Call call) {
        var number = mtoNumber(call);
        boolean useCache = call.queryFlag("use_cache", true);
        call.checked();
        return statusWriter.write(service.status(call.caller(), number, useCache), call.locale());
    }

    private Object related(Call call) {
        var number = mtoNumber(call);
        call.checked();
        return RelatedAnswer.of(service.relatedOrders(call.caller(), number), texts, call.locale());
    }

    private Object search(Call call) {
        var words = call.query("q").orElse("");
        int length = words.codePointCount(0, words.length());
        if (call.query("q").isEmpty()) call.fault(new FieldError(Place.QUERY, "q", null, new Rule.Required()));
        else if (length < 2) call.fault(new FieldError(Place.QUERY, "q", words, new Rule.TooShort(2)));
        else if (length > LONGEST_SEARCH)
            call.fault(new FieldError(Place.QUERY, "q", words, new Rule.TooLong(LONGEST_SEARCH)));
        int limit = call.queryInt("limit", 20, 1, 100);
        int offset = call.queryInt("offset", 0, 0, Integer.MAX_VALUE);
        call.checked();
        var found = service.search(call.caller(), words, limit, offset);
        return Answer.ok(found.hits().stream().map(SearchHit::of).toList()).with("X-Total-Count", found.total());
    }

    /// Everything that can fail happens before the download begins.
    private Object export(Call call) {
        var number = mtoNumber(call);
        boolean useCache = call.queryFlag("use_cache", false);
        call.checked();
        var sheet = MtoSheet.of(service.status(call.caller(), number, useCache));
        return Answer.download(
                "MTO_" + number + ".csv",
                "text/csv; charset=utf-8",
                out -> CsvWriter.forExcel().write(sheet, out));
    }
}
