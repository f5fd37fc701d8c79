package org.gemba.demo.suppliers;

import java.util.Map;

/// The three suppliers together, with the settings that lead to them.
public record SupplierSimulators(LcscSimulator lcsc, DigiKeySimulator digikey, MouserSimulator mouser)
        implements AutoCloseable {

    public static SupplierSimulators start() {
        var catalogue = Catalogue.ofSampleData();
        return new SupplierSimulators(
                LcscSimulator.start(catalogue), DigiKeySimulator.start(catalogue), MouserSimulator.start(catalogue));
    }

    /// What the settings of the same names are in the demo; their ports are listed as file hosts, so
    /// that datasheets and pictures of these three, and of nothing else on this machine, can be fetched.
    public Map<String, String> settings() {
        return Map.of(
                "LCSC_BASE_URL", lcsc.url().toString(),
                "DIGIKEY_BASE_URL", digikey.url().toString(),
                "DIGIKEY_CLIENT_ID", DigiKeySimulator.CLIENT_ID,
                "DIGIKEY_CLIENT_SECRET", DigiKeySimulator.CLIENT_SECRET,
                "MOUSER_BASE_URL", mouser.url().toString(),
                "MOUSER_API_KEY", MouserSimulator.KEY,
                "GEMBA_FILE_HOSTS",
                        String.join(
                                ",",
                                lcsc.url().getAuthority(),
                                digikey.url().getAuthority(),
                                mouser.url().getAuthority()));
    }

    @Override
    public void close() {
        lcsc.close();
        digikey.close();
        mouser.close();
    }
}
