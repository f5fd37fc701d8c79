package org.gemba.app.cli;

import picocli.CommandLine.IVersionProvider;

/// The version of the build, from the manifest of its jar; a run from classes has none.
public final class Version implements IVersionProvider {
    public static String text() {
        var version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Gemba " + text()};
    }
}
