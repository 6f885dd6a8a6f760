package gaitd.robot.view;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;

/** What a page has to know of the process that serves it, as JSON. */
final class FactsJson {
    private FactsJson() {}

    /**
     * The facts.
     *
     * @param source of the page's data
     * @param known whether the page knows the token
     * @return JSON in UTF-8
     */
    static byte[] text(final PageSource source, final boolean known) {
        final Config config = source.settings().get();
        final DriveLimits limits = DriveLimits.of(config);
        final Json facts = new Json()
                .put("kind", source.timeline() != null ? "replay" : "live")
                .put("commands", source.helm() != null)
                .put("known", known)
                .put("stops", source.stop() != null)
                .number("vxMax", limits.vx())
                .number("vyMax", limits.vy())
                .number("yawMax", limits.yawRate())
                .put("gaits", PageRequest.names().toList());
        if (config != null) {
            facts.number("periodMs", config.periodNs() / 1e6)
                    .number("warmC", config.get(Setting.TEMPERATURE_WARM_C))
                    .number("derateC", config.get(Setting.TEMPERATURE_DERATE_C))
                    .number("maxC", config.get(Setting.TEMPERATURE_MAX_C));
        }
        if (source.timeline() != null) {
            facts.put("timeline", source.timeline().facts());
        }
        return facts.utf8();
    }
}
