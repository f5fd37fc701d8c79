package com.sun.glass.ui.bigheadless;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.headless.BigHeadlessApplication;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;

/// JavaFX finds it by `-Dglass.platform=BigHeadless`: its headless platform, with a screen of ordinary size.
public class BigHeadlessPlatformFactory extends HeadlessPlatformFactory {
    @Override
    public Application createApplication() {
        return new BigHeadlessApplication();
    }
}
