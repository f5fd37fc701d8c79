package org.gemba.inventory.http;

import java.util.List;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.inventory.Location;
import org.gemba.inventory.LocationService;
import org.gemba.inventory.LocationTree;
import org.gemba.platform.error.AppError;
import org.gemba.web.Call;
import org.gemba.web.Reply;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;

/// `/locations/*`.
public final class LocationRoutes {
    private final LocationService locations;

    public LocationRoutes(LocationService locations) {
        this.locations = locations;
    }

    record NewLocation(
            String name,
            @Nullable String description,
            @Nullable String parentId,
            @Nullable String locationType) {}

    record LocationChange(
            @Nullable String name,
            @Nullable String description,
            @Nullable String parentId,
            @Nullable String locationType) {}

    record Preview(
            List<String> locationIdsToDelete,
            int affectedPartsCount,
            int affectedLocationsCount,
            LocationAnswer.Doomed locationHierarchy) {}

    record Deleted(String deletedLocationName, String deletedLocationId) {}

    record CleanedUp(int deletedCount) {}

    public List<Route> routes() {
        return List.of(
                Route.get(ApiFamily.INVENTORY, "/locations/get_all_locations", "All locations")
                        .needs(Permission.LOCATIONS_READ)
                        .answersList(LocationAnswer.class)
                        .handle(call -> new Reply(
                                "Locations found",
                                locations.tree(call.caller()).all().stream()
                                        .map(LocationAnswer::flat)
                                        .toList())),
                Route.post(ApiFamily.INVENTORY, "/locations/add_location", "Add a location")
                        .needs(Permission.LOCATIONS_WRITE)
                        .takes(NewLocation.class)
                        .once()
                        .answers(LocationAnswer.class)
                        .handle(this::add),
                Route.get(ApiFamily.INVENTORY, "/locations/get_location", "A location by id or name")
                        .needs(Permission.LOCATIONS_READ)
                        .query("location_id", "string", "looked at first")
                        .query("name", "string", "the location that was added first under it")
                        .answers(LocationAnswer.class)
                        .handle(this::get),
                Route.put(ApiFamily.INVENTORY, "/locations/update_location/{location_id}", "Change a location")
                        .needs(Permission.LOCATIONS_WRITE)
                        .pathParameter("location_id", "the location's id")
                        .takes(LocationChange.class)
                        .answers(LocationAnswer.class)
                        .handle(this::update),
                byId("/locations/get_location_details/{location_id}", "A location with all below it")
                        .answers(LocationAnswer.class)
                        .handle(call -> {
                            var tree = locations.tree(call.caller());
                            return new Reply("Location found", LocationAnswer.deep(known(call, tree), tree));
                        }),
                byId("/locations/get_location_path/{location_id}", "The way from a location up to the root")
                        .answers(LocationAnswer.Path.class)
                        .handle(call -> {
                            var tree = locations.tree(call.caller());
                            return new Reply("Path found", LocationAnswer.Path.of(tree.path(known(call, tree))));
                        }),
                byId("/locations/preview-location-delete/{location_id}", "What a deletion would take along")
                        .answers(Preview.class)
                        .handle(this::preview),
                byId("/locations/preview-delete/{location_id}", "The older name of preview-location-delete")
                        .answers(Preview.class)
                        .handle(this::preview),
                Route.delete(
                                ApiFamily.INVENTORY,
                                "/locations/delete_location/{location_id}",
                                "Delete a location with all below it")
                        .needs(Permission.LOCATIONS_WRITE)
                        .pathParameter("location_id", "the location's id")
                        .answers(Deleted.class)
                        .handle(this::delete),
                Route.delete(
                                ApiFamily.INVENTORY,
                                "/locations/cleanup-locations",
                                "Delete locations whose parent does not exist")
                        .needs(Permission.LOCATIONS_WRITE)
                        .answers(CleanedUp.class)
                        .handle(this::cleanUp));
    }

    private static Route.Builder byId(String path, String summary) {
        return Route.get(ApiFamily.INVENTORY, path, summary)
                .needs(Permission.LOCATIONS_READ)
                .pathParameter("location_id", "the location's id");
    }

    private Object add(Call call) {
        var body = call.body(NewLocation.class);
        var added = locations.add(
                call.caller(),
                body.name(),
                body.description(),
                Wire.reference("Location", body.parentId()),
                body.locationType());
        return new Reply("Location added successfully", LocationAnswer.flat(added));
    }

    private Object get(Call call) {
        var id = PartRoutes.given(call, "location_id");
        var name = PartRoutes.given(call, "name");
        var tree = locations.tree(call.caller());
        if (id.isPresent()) return new Reply("Location found", LocationAnswer.near(known(id.get(), tree), tree));
        if (name.isEmpty()) throw Wire.nothingNamed("location_id");
        var found = locations
                .findByName(call.caller(), name.get())
                .orElseThrow(() -> new AppError.NotFound("Location", name.get()));
        return new Reply("Location found", LocationAnswer.near(found, tree));
    }

    private static Location known(Call call, LocationTree tree) {
        return known(call.path("location_id"), tree);
    }

    private static Location known(String id, LocationTree tree) {
        return Wire.id(id).flatMap(tree::find).orElseThrow(() -> new AppError.NotFound("Location", id));
    }

    private Object update(Call call) {
        var id = Wire.known("Location", call.path("location_id"));
        var sent = call.sent(LocationChange.class);
        var body = sent.body();
        var changed = locations.update(
                call.caller(),
                id,
                PartBody.patch(sent, "name", body.name()),
                PartBody.patch(sent, "description", body.description()),
                PartBody.patch(sent, "parent_id", Wire.reference("Location", body.parentId())),
                PartBody.patch(sent, "location_type", body.locationType()));
        return new Reply("Location updated successfully", LocationAnswer.flat(changed));
    }

    private Object preview(Call call) {
        var tree = locations.tree(call.caller());
        var location = known(call, tree);
        var preview = locations.preview(call.caller(), location.id());
        return new Reply(
                "Nothing was deleted",
                new Preview(
                        preview.locations().stream()
                                .map(each -> each.id().toString())
                                .toList(),
                        preview.affectedParts(),
                        preview.locations().size(),
                        LocationAnswer.Doomed.of(LocationAnswer.deep(location, tree))));
    }

    private Object delete(Call call) {
        var deleted = locations.delete(call.caller(), Wire.known("Location", call.path("location_id")));
        return new Reply(
                deleted.locations().size() + " locations were deleted",
                new Deleted(deleted.location().name(), deleted.location().id().toString()));
    }

    private Object cleanUp(Call call) {
        int count = locations.cleanUp(call.caller());
        return new Reply(count + " locations were cleaned up", new CleanedUp(count));
    }
}
