package gaitd.bench.faults;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.fault.Fault;

/** A controller whose guards see next to nothing: off, or with a limit as loose as it can be set. Limits of commands stay. */
final class Unguarded {
    private Unguarded() {}

    static Config config() {
        final Config.Builder builder = new Config.Builder();
        for (final Fault guard : Fault.values()) {
            if (guard.limit != null) {
                builder.set(guard.limit, loosest(guard.limit), "a robot without guards");
            }
        }
        return builder.conclude();
    }

    private static double loosest(final Setting limit) {
        if (limit.isOff(Double.POSITIVE_INFINITY)) {
            return Double.POSITIVE_INFINITY;
        }
        return limit.isOff(Double.NEGATIVE_INFINITY) ? Double.NEGATIVE_INFINITY : limit.max;
    }
}
