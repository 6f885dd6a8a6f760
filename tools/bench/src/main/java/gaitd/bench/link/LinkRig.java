package gaitd.bench.link;

import gaitd.policies.text.JsonFields;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.latency.Jvms;
import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A simulated robot, its control process and an operator, with a link between robot and control. Used by one thread. */
final class LinkRig implements AutoCloseable {
    private static final String CONTROL = "control";

    private final LinkLab lab;
    private final LinkProcesses processes;
    private final Path robotReport;
    private final Process robot;
    private final RobotWatch watch;
    private final LinkOperator operator;

    /** Starts all of it; the robot lies. */
    LinkRig(final LinkProfile profile, final long seed, final double vx, final Interrupts interrupts)
            throws IOException, InterruptedException {
        lab = new LinkLab();
        processes = new LinkProcesses(lab, profile, seed);
        interrupts.onInterrupt(processes::close);
        try {
            robotReport = processes.file("sim.json");
            robot = processes.robot("--control-port", "0", "--json", robotReport.toString());
            final Path shared = processes.file("shared");
            final Process control = processes.control(Jvms.CONTROL, CONTROL, "--shared", shared.toString());
            processes.await(control, CONTROL, "passive until commanded");
            watch = new RobotWatch(lab, processes.output("sim"));
            operator = new LinkOperator(shared, vx);
        } catch (final IOException | InterruptedException | RuntimeException e) {
            processes.close();
            lab.close();
            throw e;
        }
    }

    LinkLab lab() {
        return lab;
    }

    RobotWatch watch() {
        return watch;
    }

    LinkOperator operator() {
        return operator;
    }

    /** Ends the robot. What happened to it, as it reports itself. */
    JsonFields robotsReport() throws IOException, InterruptedException {
        robot.destroy();
        robot.waitFor();
        if (!Files.exists(robotReport)) {
            throw new Refusal("the simulated robot left no report: "
                    + processes.output("sim").strip());
        }
        return JsonFields.read(robotReport);
    }

    /** Ends the link. */
    RelayCounts counts() throws IOException, InterruptedException {
        return processes.unlink();
    }

    @Override
    public void close() {
        watch.close();
        processes.close();
        lab.close();
    }
}
