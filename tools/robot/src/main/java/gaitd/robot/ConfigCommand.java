package gaitd.robot;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.options.ConfigOption;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.RangeSetting;
import gaitd.runtime.config.Setting;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints every setting; the output is itself a configuration file. */
@Command(
        name = "config",
        description = "Prints every key with value, unit, default, range and where the value came from, as TOML.",
        footer = {"", "Example: gaitd config --config robot.toml"})
final class ConfigCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private ConfigOption config;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        final Config values = Inputs.config(config.file).conclude();
        final PrintWriter out = spec.commandLine().getOut();
        for (final Setting setting : Setting.values()) {
            out.printf(
                    "%s  # %s, default %s, range %s, from %s: %s%n",
                    setting.line(values.get(setting)),
                    setting.unit,
                    setting.text(setting.defaultValue),
                    setting.range(),
                    values.origin(setting),
                    setting.meaning);
        }
        for (final ChoiceSetting<?> setting : ChoiceSetting.ALL) {
            out.printf(
                    "%s  # default %s, %s, from %s: %s%n",
                    setting.line(values.get(setting)),
                    ChoiceSetting.text(setting.defaultValue),
                    setting.range(),
                    values.origin(setting),
                    setting.meaning);
        }
        for (final RangeSetting setting : RangeSetting.values()) {
            out.printf(
                    "%s = [%s, %s]  # %s, default %s, range %s to %s, from %s: %s%n",
                    setting.key,
                    Config.plain(values.low(setting)),
                    Config.plain(values.high(setting)),
                    setting.unit,
                    Config.plain(setting.neutral),
                    Config.plain(setting.min),
                    Config.plain(setting.max),
                    values.origin(setting),
                    setting.meaning);
        }
        return ExitCode.OK;
    }
}
