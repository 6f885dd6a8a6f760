package gaitd.robot.trial;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import java.util.Arrays;
import java.util.List;

/** Settings that decide how a policy drives: those of the tick, the guards, the walk and of what a policy may do. */
final class TrialSettings {
    private static final List<String> GROUPS = List.of("loop.rate_hz", "safety.", "gait.", "policy.");

    private TrialSettings() {}

    /** Those that are not the default, but for the one of a robot that hangs, one line each, as in a configuration file. */
    static List<String> of(final Config config) {
        return Arrays.stream(Setting.values())
                .filter(setting -> GROUPS.stream().anyMatch(setting.key::startsWith))
                .filter(setting -> setting != Setting.HUNG_UP_N && config.get(setting) != setting.defaultValue)
                .map(setting -> setting.line(config.get(setting)))
                .toList();
    }
}
