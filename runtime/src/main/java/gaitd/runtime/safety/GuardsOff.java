package gaitd.runtime.safety;

import gaitd.runtime.config.Config;
import gaitd.runtime.fault.Fault;

/** Which guards a configuration turns off. Used when a controller is built, never in the tick. */
public final class GuardsOff {
    private GuardsOff() {}

    /**
     * Guards whose limit is "off".
     *
     * @param config all settings
     * @return the bits of {@link Fault#bit()}
     */
    public static long bits(final Config config) {
        long bits = 0;
        for (final Fault fault : Fault.values()) {
            if (fault.limit != null && fault.limit.isOff(config.get(fault.limit))) {
                bits |= fault.bit();
            }
        }
        return bits;
    }
}
