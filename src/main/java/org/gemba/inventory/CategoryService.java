package org.gemba.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.jspecify.annotations.Nullable;

/// Categories, which may stand below one another and never in a circle.
public final class CategoryService {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 10_000;

    private final InventoryCore core;

    CategoryService(InventoryCore core) {
        this.core = core;
    }

    /// In the order in which they were added.
    public List<Category> list(Caller caller) {
        caller.require(Permission.CATEGORIES_READ);
        return core.categories().list();
    }

    public Optional<Category> find(Caller caller, UUID id) {
        caller.require(Permission.CATEGORIES_READ);
        return core.categories().find(id);
    }

    public Optional<Category> findByName(Caller caller, String name) {
        caller.require(Permission.CATEGORIES_READ);
        return core.categories().findByName(name);
    }

    /// @throws AppError.Conflict when the name is taken
    /// @throws AppError.NotFound for an unknown parent
    public Category add(Caller caller, String name, @Nullable String description, @Nullable UUID parentId) {
        caller.require(Permission.CATEGORIES_WRITE);
        return core.database().together(() -> insert(caller, name, description, parentId));
    }

    private Category insert(Caller caller, String name, @Nullable String description, @Nullable UUID parentId) {
        var category = new Category(UUID.randomUUID(), name, description, parentId);
        checked(category);
        core.categories().insert(category);
        core.trail().line(caller, "create", "category", category.id(), null, category);
        core.announce(new PartsChanged());
        return category;
    }

    /// The categories of these names, in their order and each once; those that do not exist are made, by whoever may
    /// add parts.
    List<Category> named(Caller caller, List<String> names) {
        var found = new ArrayList<Category>();
        for (var name : new LinkedHashSet<>(names)) {
            found.add(core.categories().findByName(name).orElseGet(() -> insert(caller, name, null, null)));
        }
        return found;
    }

    /// @throws AppError.NotFound for an unknown category or parent
    /// @throws AppError.Conflict when the name is taken
    public Category update(
            Caller caller, UUID id, Patch<String> name, Patch<String> description, Patch<UUID> parentId) {
        caller.require(Permission.CATEGORIES_WRITE);
        return core.database().together(() -> {
            var before = known(id);
            var newName = name.over(before.name());
            if (newName == null) throw new AppError.InvalidInput(FieldError.body("name", null, new Rule.Required()));
            var after =
                    new Category(id, newName, description.over(before.description()), parentId.over(before.parentId()));
            if (after.equals(before)) return before;
            checked(after);
            core.categories().update(after);
            core.trail().line(caller, "update", "category", id, before, after);
            core.announce(new PartsChanged());
            return after;
        });
    }

    private void checked(Category category) {
        new Rules()
                .required("name", category.name(), LONGEST_NAME)
                .atMost("description", category.description(), LONGEST_DESCRIPTION)
                .enforce();
        var other = core.categories().findByName(category.name());
        if (other.isPresent() && !other.get().id().equals(category.id())) {
            throw new AppError.Conflict("Category with name '" + category.name() + "' already exists");
        }
        if (category.parentId() != null) refuseCircle(category, category.parentId());
    }

    private void refuseCircle(Category category, UUID parentId) {
        var parents = parents();
        if (!parents.containsKey(parentId)) throw new AppError.NotFound("Category", parentId.toString());
        if (Ancestry.leadsTo(parentId, category.id(), parents)) {
            throw new AppError.InvalidInput(FieldError.body(
                    "parent_id", parentId, new Rule.Broken("cannot be the category itself or one below it")));
        }
    }

    private Map<UUID, @Nullable UUID> parents() {
        var parents = new HashMap<UUID, @Nullable UUID>();
        core.categories().list().forEach(each -> parents.put(each.id(), each.parentId()));
        return parents;
    }

    /// Takes the category from every part; those below it move one up.
    ///
    /// @return the category as it was
    public Category remove(Caller caller, UUID id) {
        caller.require(Permission.CATEGORIES_WRITE);
        return core.database().together(() -> {
            var before = known(id);
            core.categories().delete(before);
            core.trail().line(caller, "delete", "category", id, before, null);
            core.announce(new PartsChanged());
            return before;
        });
    }

    /// @return how many there were
    public int removeAll(Caller caller) {
        caller.require(Permission.CATEGORIES_DELETE_ALL);
        return core.database().together(() -> {
            int count = core.categories().deleteAll();
            core.trail().line(caller, "clear", "category", "all", Map.of("categories", count), null);
            core.announce(new PartsChanged());
            return count;
        });
    }

    private Category known(UUID id) {
        return core.categories().find(id).orElseThrow(() -> new AppError.NotFound("Category", id.toString()));
    }
}
