package org.gemba.inventory.http;

import java.util.List;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.inventory.Category;
import org.gemba.inventory.CategoryService;
import org.gemba.platform.error.AppError;
import org.gemba.web.Call;
import org.gemba.web.Reply;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;

/// `/categories/*`.
public final class CategoryRoutes {
    private final CategoryService categories;

    public CategoryRoutes(CategoryService categories) {
        this.categories = categories;
    }

    record CategoryAnswer(
            String id,
            String name,
            @Nullable String description,
            @Nullable String parentId) {
        static CategoryAnswer of(Category category) {
            var parent = category.parentId();
            return new CategoryAnswer(
                    category.id().toString(),
                    category.name(),
                    category.description(),
                    parent == null ? null : parent.toString());
        }
    }

    record Categories(List<CategoryAnswer> categories) {}

    record NewCategory(
            String name,
            @Nullable String description,
            @Nullable String parentId) {}

    record CategoryChange(
            @Nullable String name,
            @Nullable String description,
            @Nullable String parentId) {}

    record Deleted(int deletedCount) {}

    public List<Route> routes() {
        return List.of(
                Route.get(ApiFamily.INVENTORY, "/categories/get_all_categories", "All categories")
                        .needs(Permission.CATEGORIES_READ)
                        .answers(Categories.class)
                        .handle(call -> new Reply(
                                "Categories found",
                                new Categories(categories.list(call.caller()).stream()
                                        .map(CategoryAnswer::of)
                                        .toList()))),
                Route.post(ApiFamily.INVENTORY, "/categories/add_category", "Add a category")
                        .needs(Permission.CATEGORIES_WRITE)
                        .takes(NewCategory.class)
                        .once()
                        .answers(CategoryAnswer.class)
                        .handle(this::add),
                Route.put(ApiFamily.INVENTORY, "/categories/update_category/{category_id}", "Change a category")
                        .needs(Permission.CATEGORIES_WRITE)
                        .pathParameter("category_id", "the category's id")
                        .takes(CategoryChange.class)
                        .answers(CategoryAnswer.class)
                        .handle(this::update),
                Route.get(ApiFamily.INVENTORY, "/categories/get_category", "A category by id or name")
                        .needs(Permission.CATEGORIES_READ)
                        .query("category_id", "string", "looked at first")
                        .query("name", "string", "exactly")
                        .answers(CategoryAnswer.class)
                        .handle(call -> new Reply("Category found", CategoryAnswer.of(named(call, "category_id")))),
                Route.delete(ApiFamily.INVENTORY, "/categories/remove_category", "Remove a category by id or name")
                        .needs(Permission.CATEGORIES_WRITE)
                        .query("cat_id", "string", "looked at first")
                        .query("name", "string", "exactly")
                        .answers(CategoryAnswer.class)
                        .handle(this::remove),
                Route.delete(ApiFamily.INVENTORY, "/categories/delete_all_categories", "Delete every category")
                        .needs(Permission.CATEGORIES_DELETE_ALL)
                        .answers(Deleted.class)
                        .handle(this::removeAll));
    }

    private Object add(Call call) {
        var body = call.body(NewCategory.class);
        var added = categories.add(
                call.caller(), body.name(), body.description(), Wire.reference("Category", body.parentId()));
        return new Reply("Category with name '" + added.name() + "' created successfully", CategoryAnswer.of(added));
    }

    private Object update(Call call) {
        var id = Wire.known("Category", call.path("category_id"));
        var sent = call.sent(CategoryChange.class);
        var body = sent.body();
        var changed = categories.update(
                call.caller(),
                id,
                PartBody.patch(sent, "name", body.name()),
                PartBody.patch(sent, "description", body.description()),
                PartBody.patch(sent, "parent_id", Wire.reference("Category", body.parentId())));
        return new Reply("Category updated successfully", CategoryAnswer.of(changed));
    }

    private Object remove(Call call) {
        var removed = categories.remove(call.caller(), named(call, "cat_id").id());
        return new Reply("Category '" + removed.name() + "' was removed", CategoryAnswer.of(removed));
    }

    private Object removeAll(Call call) {
        int count = categories.removeAll(call.caller());
        return new Reply(count + " categories were deleted", new Deleted(count));
    }

    private Category named(Call call, String idField) {
        var id = PartRoutes.given(call, idField);
        var name = PartRoutes.given(call, "name");
        if (id.isPresent()) {
            return Wire.id(id.get())
                    .flatMap(known -> categories.find(call.caller(), known))
                    .orElseThrow(() -> new AppError.NotFound("Category", id.get()));
        }
        if (name.isEmpty()) throw Wire.nothingNamed(idField);
        return categories
                .findByName(call.caller(), name.get())
                .orElseThrow(() -> new AppError.NotFound("Category", name.get()));
    }
}
