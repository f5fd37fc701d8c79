package org.gemba.inventory.http;

import java.util.List;
import java.util.Optional;
import org.gemba.access.ApiFamily;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.inventory.Part;
import org.gemba.inventory.PartSearch;
import org.gemba.inventory.PartService;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Place;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Page;
import org.gemba.web.Reply;
import org.gemba.web.Route;

/// `/parts/*`.
public final class PartRoutes {
    private static final int STANDARD_SIZE = 10;
    private static final int TEXT_SIZE = 20;
    private static final int MOST_ON_PAGE = 1000;
    private static final int MOST_TEXT = 100;
    private static final int SHORTEST = 3;
    private static final int MOST_SUGGESTIONS = 20;
    private static final long LARGEST_PART = 256 * 1024;

    private final PartService parts;
    private final PartSearch search;

    public PartRoutes(PartService parts, PartSearch search) {
        this.parts = parts;
        this.search = search;
    }

    record SearchPage(List<PartAnswer> items, int total, int page, int pageSize, int totalPages) {}

    record Cleared(int partsDeleted, long partsRemaining, boolean success) {}

    public List<Route> routes() {
        return List.of(
                Route.post(ApiFamily.INVENTORY, "/parts/add_part", "Add a part")
                        .needs(Permission.PARTS_CREATE)
                        .maxBody(LARGEST_PART)
                        .takes(PartBody.class)
                        .once()
                        .answers(PartAnswer.class)
                        .handle(this::add),
                Route.get(ApiFamily.INVENTORY, "/parts/get_all_parts", "All parts, page by page")
                        .needs(Permission.PARTS_READ)
                        .query("page", "integer", "from 1")
                        .query("page_size", "integer", "10 unless given, 1000 at most")
                        .answersPage(PartAnswer.class)
                        .handle(this::list),
                Route.get(ApiFamily.INVENTORY, "/parts/get_part", "A part by id, number or name")
                        .needs(Permission.PARTS_READ)
                        .query("part_id", "string", "looked at first")
                        .query("part_number", "string", "the part that was added first under it")
                        .query("part_name", "string", "exactly")
                        .answers(PartAnswer.class)
                        .handle(call -> new Reply("Part found", answer(call, named(call)))),
                Route.put(ApiFamily.INVENTORY, "/parts/update_part/{part_id}", "Change what is sent of a part")
                        .needs(Permission.PARTS_UPDATE)
                        .maxBody(LARGEST_PART)
                        .pathParameter("part_id", "the part's id")
                        .takes(PartBody.class)
                        .answers(PartAnswer.class)
                        .handle(this::update),
                Route.delete(ApiFamily.INVENTORY, "/parts/delete_part", "Delete a part by id, number or name")
                        .needs(Permission.PARTS_DELETE)
                        .query("part_id", "string", "looked at first")
                        .query("part_number", "string", "the part that was added first under it")
                        .query("part_name", "string", "exactly")
                        .answers(PartAnswer.class)
                        .handle(this::delete),
                Route.post(ApiFamily.INVENTORY, "/parts/search", "Search with conditions that must all hold")
                        .needs(Permission.PARTS_READ)
                        .takes(SearchBody.class)
                        .answers(SearchPage.class)
                        .handle(this::search),
                Route.get(ApiFamily.INVENTORY, "/parts/search_text", "Search name, number and description")
                        .needs(Permission.PARTS_READ)
                        .requiredQuery("query", "string", "plain text, whatever its case")
                        .query("page", "integer", "from 1")
                        .query("page_size", "integer", "20 unless given, 100 at most")
                        .answersPage(PartAnswer.class)
                        .handle(this::text),
                Route.get(ApiFamily.INVENTORY, "/parts/suggestions", "Names that hold the text")
                        .needs(Permission.PARTS_READ)
                        .requiredQuery("query", "string", "three characters at least")
                        .query("limit", "integer", "10 unless given, 20 at most")
                        .answersList(String.class)
                        .handle(this::suggestions),
                Route.get(ApiFamily.INVENTORY, "/parts/get_part_counts", "How many parts there are")
                        .needs(Permission.PARTS_READ)
                        .answers(Long.class)
                        .handle(call -> new Reply("Parts counted", parts.count(call.caller()))),
                Route.delete(ApiFamily.INVENTORY, "/parts/clear_all", "Delete every part; administrators only")
                        .needs(Permission.PARTS_DELETE)
                        .answers(Cleared.class)
                        .handle(this::clear));
    }

    private Object add(Call call) {
        var part = parts.add(call.caller(), call.body(PartBody.class).toAdd());
        return new Reply("Part added successfully", answer(call, part));
    }

    private Object list(Call call) {
        int page = call.queryInt("page", 1, 1, Integer.MAX_VALUE);
        int size = call.queryInt("page_size", STANDARD_SIZE, 1, MOST_ON_PAGE);
        call.checked();
        var some = parts.page(call.caller(), size, (page - 1L) * size);
        return new Page<>("parts", answers(call.caller(), some), page, size, parts.count(call.caller()));
    }

    private Object update(Call call) {
        var id = Wire.known("Part", call.path("part_id"));
        var part = parts.update(call.caller(), id, PartBody.change(call.sent(PartBody.class)));
        return new Reply("Part updated successfully", answer(call, part));
    }

    private Object delete(Call call) {
        var part = named(call);
        var answer = answer(call, part);
        parts.delete(call.caller(), part.id());
        return new Reply("Part '" + part.name() + "' was deleted", answer);
    }

    private Part named(Call call) {
        var id = given(call, "part_id");
        var number = given(call, "part_number");
        var name = given(call, "part_name");
        if (id.isPresent()) {
            return Wire.id(id.get())
                    .flatMap(known -> parts.find(call.caller(), known))
                    .orElseThrow(() -> new AppError.NotFound("Part", id.get()));
        }
        if (number.isPresent()) {
            return parts.findByNumber(call.caller(), number.get())
                    .orElseThrow(() -> new AppError.NotFound("Part", number.get()));
        }
        if (name.isPresent()) {
            return parts.findByName(call.caller(), name.get())
                    .orElseThrow(() -> new AppError.NotFound("Part", name.get()));
        }
        throw Wire.nothingNamed("part_id");
    }

    static Optional<String> given(Call call, String name) {
        return call.query(name).filter(text -> !text.isEmpty());
    }

    /// The items of this one search stand below `data`, as clients of the original expect; the totals also stand where
    /// the document prints them.
    private Object search(Call call) {
        var body = call.body(SearchBody.class);
        var found = search.search(call.caller(), body.query());
        int size = body.sizeOrStandard();
        var page = new SearchPage(
                answers(call.caller(), found.parts()),
                found.total(),
                body.pageOrFirst(),
                size,
                Math.ceilDiv(found.total(), size));
        var envelope = new java.util.LinkedHashMap<String, Object>();
        envelope.put("status", "success");
        envelope.put("message", found.total() + " parts found");
        envelope.put("data", page);
        envelope.put("page", page.page());
        envelope.put("page_size", size);
        envelope.put("total_parts", found.total());
        return Answer.bare(envelope);
    }

    private Object text(Call call) {
        var words = given(call, "query").orElseThrow(() -> Wire.nothingNamed("query"));
        int page = call.queryInt("page", 1, 1, Integer.MAX_VALUE);
        int size = call.queryInt("page_size", TEXT_SIZE, 1, MOST_TEXT);
        call.checked();
        var found = search.text(call.caller(), words, page, size);
        return new Page<>("parts", answers(call.caller(), found.parts()), page, size, found.total());
    }

    private Object suggestions(Call call) {
        var words = given(call, "query").orElseThrow(() -> Wire.nothingNamed("query"));
        int limit = call.queryInt("limit", STANDARD_SIZE, 1, MOST_SUGGESTIONS);
        if (words.codePointCount(0, words.length()) < SHORTEST) {
            call.fault(new FieldError(Place.QUERY, "query", words, new Rule.TooShort(SHORTEST)));
        }
        call.checked();
        var names = search.suggestions(call.caller(), words, limit);
        return new Reply(names.size() + " suggestions", names);
    }

    private Object clear(Call call) {
        int deleted = parts.clear(call.caller());
        return new Reply(deleted + " parts were deleted", new Cleared(deleted, parts.count(call.caller()), true));
    }

    private PartAnswer answer(Call call, Part part) {
        return answers(call.caller(), List.of(part)).getFirst();
    }

    private List<PartAnswer> answers(Caller caller, List<Part> some) {
        var extras = search.extras(caller, some);
        return some.stream().map(part -> PartAnswer.of(part, extras)).toList();
    }
}
