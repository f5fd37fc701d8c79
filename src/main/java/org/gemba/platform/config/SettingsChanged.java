package org.gemba.platform.config;

import java.util.Set;

/// Announced on `platform.events.Events` after settings were stored. Whoever can apply a change at once reads the
/// named ones again from the {@link SettingsSource}.
public record SettingsChanged(Set<String> names) {}
