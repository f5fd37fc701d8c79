package org.gemba.shell;

import java.util.Locale;
import java.util.Map;

/// What the first-run page does to an empty data folder. Every method may block and is called off the FX thread.
public interface FirstRunSteps {
    /// True while nobody can log in and nothing was ever set up.
    boolean isNeeded();

    /// Logs in to an ERP with settings that are not stored yet and reads one document.
    ///
    /// @param settings by the names of the settings, for example `KINGDEE_SERVER_URL`
    /// @return a sentence for people: what answered
    /// @throws org.gemba.platform.error.AppError when it does not answer, refuses, or a setting is wrong
    String testErp(Map<String, String> settings);

    /// Leaves this folder as it is and opens the sample factory in a folder of its own, in the same window: its
    /// passwords are printed, so nothing real may lie beside it.
    void openSample();

    /// Stores everything that was chosen, all or nothing, and makes the administrator.
    ///
    /// @throws org.gemba.platform.error.AppError.InvalidInput naming the field that is wrong
    void complete(Choice choice);

    /// Where the data comes from at the beginning.
    enum Start {
        SAMPLE_DATA,
        ERP,
        LATER
    }

    /// @param erpSettings empty unless `start` is `ERP`
    /// @param lan whether other machines may reach the server
    record Choice(
            Locale language,
            Start start,
            Map<String, String> erpSettings,
            String username,
            String password,
            boolean lan) {
        public Choice {
            erpSettings = Map.copyOf(erpSettings);
        }

        @Override
        public String toString() {
            return "Choice[" + language + ", " + start + ", " + username + ", lan=" + lan + "]";
        }
    }
}
