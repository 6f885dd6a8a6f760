package gaitd.lab.train;

import gaitd.policies.learn.PpoSetting;
import gaitd.policies.learn.PpoSettings;
import gaitd.runtime.config.ConfigException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** An option for every {@link PpoSetting}. */
final class PpoOptions {
    private PpoOptions() {}

    /** Adds the options. */
    static void addTo(final CommandSpec command) {
        final PpoSettings a2c = PpoSettings.a2c().build();
        for (final PpoSetting setting : PpoSetting.values()) {
            final String ofA2c = !setting.isOfA2c()
                    ? "; not with a2c"
                    : setting.defaultValue == a2c.get(setting) ? "" : ", " + plain(a2c.get(setting)) + " with a2c";
            command.addOption(OptionSpec.builder(setting.option())
                    .paramLabel("X")
                    .type(Double.class)
                    .description("%s (default %s%s)".formatted(setting.meaning, standard(setting), ofA2c))
                    .build());
        }
    }

    private static String standard(final PpoSetting setting) {
        return switch (setting) {
            case KL_END -> "as " + PpoSetting.KL.option();
            case DEVIATION_MIN ->
                plain(setting.defaultValue) + " or " + PpoSetting.DEVIATION.option() + ", the smaller";
            default -> plain(setting.defaultValue);
        };
    }

    private static String plain(final double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    /**
     * The settings that were asked for.
     *
     * @param command parsed
     * @param algorithm {@code ppo} or {@code a2c}
     * @param twoSided see {@link PpoSettings#twoSidedClip}
     * @return checked
     * @throws ConfigException in one line when a value is wrong or the algorithm has no use for it
     */
    static PpoSettings settings(final CommandSpec command, final String algorithm, final boolean twoSided) {
        final PpoSettings.Builder builder = switch (algorithm) {
            case "ppo" -> PpoSettings.ppo().twoSidedClip(twoSided);
            case "a2c" -> PpoSettings.a2c();
            default -> throw new ConfigException("--algorithm " + algorithm + ": expected ppo or a2c");
        };
        for (final PpoSetting setting : PpoSetting.values()) {
            final Double value = command.findOption(setting.option()).getValue();
            if (value != null && algorithm.equals("a2c") && !setting.isOfA2c()) {
                throw new ConfigException(setting.option() + ": --algorithm a2c does one pass over a rollout at a fixed"
                        + " learning rate and clips nothing, so that it has no use for it; leave it out, or take ppo");
            }
            if (value != null) {
                builder.set(setting, value);
            }
        }
        return builder.build();
    }
}
