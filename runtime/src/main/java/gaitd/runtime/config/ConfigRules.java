package gaitd.runtime.config;

import java.util.ArrayList;
import java.util.List;

/** What values must hold against each other. */
final class ConfigRules {
    private static final double SPIN_SHARE_MAX = 0.5;
    private static final double CLEARANCE_SHARE_MAX = 0.55;
    private static final double TORQUE_SHARE_MAX = 1.05;
    private static final double STALE_PERIODS_MIN = 3;
    private static final double MS_PER_US = 1e-3;

    private final Config config;
    private final List<String> problems = new ArrayList<>();

    ConfigRules(final Config config) {
        this.config = config;
    }

    /** Throws one line that names both keys of every contradiction. */
    void check() {
        final double periodMs = config.periodNs() / 1e6;
        final double heightM = config.get(Setting.HEIGHT_M);
        rule(
                config.get(Setting.STALE_MS) >= STALE_PERIODS_MIN * periodMs,
                Setting.STALE_MS,
                Setting.RATE_HZ,
                "must cover 3 control periods");
        rule(
                config.get(Setting.CLEARANCE_M) <= CLEARANCE_SHARE_MAX * heightM,
                Setting.CLEARANCE_M,
                Setting.HEIGHT_M,
                "must be at most 0.55 of the height");
        withinLimit(Setting.STANCE_KP, Setting.KP_MAX);
        withinLimit(Setting.SWING_KP, Setting.KP_MAX);
        withinLimit(Setting.STANCE_KD, Setting.KD_MAX);
        withinPeriod(Setting.SIM_STEP_US, periodMs, "must be at most one control period");
        withinPeriod(Setting.POLICY_STEP_MAX_US, periodMs, "must be at most one control period");
        withinPeriod(Setting.RT_SPIN_US, SPIN_SHARE_MAX * periodMs, "must be at most half a control period");
        if (config.high(RangeSetting.LATENCY_MS) >= config.get(Setting.SIM_COMMAND_TIMEOUT_MS)) {
            problems.add("%s up to %s (%s) contradicts %s: commands must arrive before they are too old"
                    .formatted(
                            RangeSetting.LATENCY_MS.key,
                            Config.plain(config.high(RangeSetting.LATENCY_MS)),
                            config.origin(RangeSetting.LATENCY_MS),
                            shown(Setting.SIM_COMMAND_TIMEOUT_MS)));
        }
        if (config.get(ChoiceSetting.ADAPT_USE) == AdaptUse.ON) {
            adapting();
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(String.join("; ", problems));
        }
    }

    /** A robot that adapts stops exploring before a guard trips, and a window is more than its blends. */
    private void adapting() {
        withinLimit(Setting.ADAPT_TILT_MAX_DEG, Setting.TILT_MAX_DEG);
        rule(
                config.get(Setting.ADAPT_TORQUE_MAX_NM) <= TORQUE_SHARE_MAX * config.get(Setting.TORQUE_MAX_NM),
                Setting.ADAPT_TORQUE_MAX_NM,
                Setting.TORQUE_MAX_NM,
                "must be at most 1.05 of the limit, where its guard is");
        withinLimit(Setting.ADAPT_TEMPERATURE_MAX_C, Setting.TEMPERATURE_WARM_C);
        withinLimit(Setting.ADAPT_SPEED_MAX_RAD_S, Setting.SPEED_MAX_RAD_S);
        rule(
                2 * config.get(Setting.POLICY_BLEND_S) <= config.get(Setting.ADAPT_WINDOW_S),
                Setting.POLICY_BLEND_S,
                Setting.ADAPT_WINDOW_S,
                "a window must last two blends");
    }

    private void withinLimit(final Setting value, final Setting limit) {
        rule(config.get(value) <= config.get(limit), value, limit, "must not exceed the limit");
    }

    private void withinPeriod(final Setting us, final double maxMs, final String rule) {
        rule(config.get(us) * MS_PER_US <= maxMs, us, Setting.RATE_HZ, rule);
    }

    private void rule(final boolean holds, final Setting first, final Setting second, final String rule) {
        if (!holds) {
            problems.add("%s contradicts %s: %s".formatted(shown(first), shown(second), rule));
        }
    }

    private String shown(final Setting setting) {
        return "%s (%s)".formatted(setting.line(config.get(setting)), config.origin(setting));
    }
}
