package gaitd.robot.doctor;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.options.ConfigOption;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.host.RealTime;
import gaitd.robot.terminal.Screen;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what this computer lacks to run the control process on time. */
@Command(
        name = "doctor",
        description =
                "Checks kernel, limits, cores, network and disk; prints each finding with the requirement and the fix.",
        footer = {
            "",
            "Example: gaitd doctor --interface eth0",
            "Without --config, the settings are those of /etc/gaitd/gaitd.toml, if it is there.",
            "warn: works, wake-ups may be late; fail: will not work as promised. Exit code 1 when there is either."
        })
public final class DoctorCommand implements Callable<Integer> {
    private static final int CORE_MAX = 8191;
    private static final Path INSTALLED = Path.of("/etc/gaitd/gaitd.toml");

    @Mixin
    HelpOption help;

    @Mixin
    private ConfigOption config;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--interface",
            paramLabel = "NAME",
            description = "network interface that leads to the robot (default: searched for)")
    private String networkInterface;

    @Option(
            names = "--cpu",
            paramLabel = "N",
            description = "core of the control thread; rt.cpu, or the last isolated one, or the last, when not given")
    private Integer core;

    @Option(
            names = "--serial",
            paramLabel = "PORT",
            description =
                    "serial port of a bus of motors: opened, set to 4800000 baud, and told what it really does; several times for several")
    private List<String> serialPorts = List.of();

    @Override
    public Integer call() {
        json.check();
        if (core != null) {
            Inputs.inRange("--cpu", core, 0, CORE_MAX, "");
        }
        final PrintWriter out = spec.commandLine().getOut();
        final Config settings = Inputs.config(
                        config.file == null && Files.isReadable(INSTALLED) ? INSTALLED : config.file)
                .conclude();
        final Machine machine = Machine.here();
        final Checkup checkup =
                new Checkup(machine, networkInterface, core == null ? (int) settings.get(Setting.RT_CPU) : core);
        checkup.addBuses(machine, serialPorts, settings.get(Setting.RATE_HZ));
        checkup.addRealTime(machine, RealTime.tried(settings));
        final boolean colour = Screen.isThere() && System.getenv("NO_COLOR") == null;
        new CheckupText(out, colour).print(checkup);
        json.write(checkup.report());
        return checkup.isFine() ? ExitCode.OK : ExitCode.FAILED;
    }
}
