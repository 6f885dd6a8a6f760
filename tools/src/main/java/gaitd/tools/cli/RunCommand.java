package gaitd.tools.cli;

import gaitd.policies.cpg.Gait;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.tools.run.LockstepRun;
import gaitd.tools.run.Refusal;
import gaitd.tools.run.RunPlan;
import gaitd.tools.run.RunReport;
import gaitd.tools.run.RunResult;
import gaitd.tools.run.World;
import gaitd.tools.terminal.PlainMonitor;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Stands the robot up, walks it, sits it down. */
@Command(
        name = "run",
        description = "Stands the robot up, walks it and sits it down; a simulated one unless --robot is given.",
        footer = {
            "",
            "Example: gaitd run --seconds 20 --vx 0.4",
            "Keys: arrows steer, space sits and stands, c clears a fault, q sits down and quits."
        })
final class RunCommand implements Callable<Integer> {
    private static final double SECONDS_MAX = 1e6;

    @Mixin
    HelpOption help;

    @Mixin
    private WorldOptions worldOptions;

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Gaitd program;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "walking time after standing up; until quit if a person watches, else 20")
    private Double seconds;

    @Option(
            names = "--vx",
            paramLabel = "M/S",
            defaultValue = "0",
            description = "forward velocity (default ${DEFAULT-VALUE})")
    private double vx;

    @Option(
            names = "--vy",
            paramLabel = "M/S",
            defaultValue = "0",
            description = "velocity to the left (default ${DEFAULT-VALUE})")
    private double vy;

    @Option(
            names = "--yaw",
            paramLabel = "RAD/S",
            defaultValue = "0",
            description = "turning rate to the left (default ${DEFAULT-VALUE})")
    private double yawRate;

    @Option(
            names = "--gait",
            defaultValue = "trot",
            description = "trot, walk, pace or bound (default ${DEFAULT-VALUE})")
    private Gait gait;

    @Option(names = "--rate", paramLabel = "HZ", description = "control rate, 100 to 1000 (default 500)")
    private Double rate;

    @Option(names = "--lockstep", description = "controller and simulator in one thread, not waiting, repeatable")
    private boolean lockstep;

    @Option(names = "--report", paramLabel = "FILE.json", description = "write the result as JSON")
    private Path report;

    @Option(names = "--config", paramLabel = "FILE.toml", description = "settings; 'gaitd config' prints them all")
    private Path configFile;

    @Override
    public Integer call() {
        Outputs.check(report, "--report");
        final Config.Builder builder = Inputs.config(configFile);
        if (rate != null) {
            builder.set(Setting.RATE_HZ, rate, "--rate");
        }
        final Config config = builder.conclude();
        final World world = worldOptions.world();
        final RunPlan plan = plan(config, RunPlan.DEFAULT_WALK_SECONDS, false);
        if (!lockstep) {
            throw new Refusal("only --lockstep runs are possible in this build");
        }
        return finish(plan, config, world, lockstep(plan, config, world));
    }

    private RunPlan plan(final Config config, final double defaultSeconds, final boolean waitsAfterFault) {
        return new RunPlan(
                seconds == null ? defaultSeconds : Inputs.inRange("--seconds", seconds, 0.1, SECONDS_MAX, "s"),
                Inputs.velocity("--vx", vx, config, Setting.VX_MAX),
                Inputs.velocity("--vy", vy, config, Setting.VY_MAX),
                Inputs.velocity("--yaw", yawRate, config, Setting.YAW_MAX),
                gait,
                waitsAfterFault);
    }

    private RunResult lockstep(final RunPlan plan, final Config config, final World world) {
        final LockstepRun run = new LockstepRun(plan, config, world);
        program.interrupts().onInterrupt(run::stop);
        return run.run(new PlainMonitor(out(), config.periodNs(), 10));
    }

    private int finish(final RunPlan plan, final Config config, final World world, final RunResult result) {
        out().println(SummaryText.of(result));
        Outputs.write(RunReport.of(plan, config, world, result), report, "--report");
        return result.succeeded() ? ExitCode.OK : ExitCode.FAILED;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
