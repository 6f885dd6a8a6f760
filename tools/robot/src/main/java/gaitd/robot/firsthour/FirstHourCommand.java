package gaitd.robot.firsthour;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.options.ConfigOption;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.host.PacedRobot;
import gaitd.robot.host.RobotLink;
import gaitd.robot.report.Report;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.config.Version;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Guides a person through the first hour with a robot. */
@Command(
        name = "firsthour",
        description =
                "Guides a person through the first hour with a robot that hangs: asks for one movement at a time, measures, compares"
                        + " sign, order and zero of each joint, the inertial unit, feet and remote, and only then moves each motor a little.",
        footer = {
            "",
            "Goes no further where something is wrong. --json has every step, written anew after each.",
            "Rehearse it with a simulated robot: docs/robot.md.",
            "Example: gaitd firsthour --robot udp://192.168.123.10:8007 --json first-hour.json"
        })
public final class FirstHourCommand implements Callable<Integer> {
    private static final String CONSENT = "yes";
    private static final long ANSWER_NS = 20_000_000L;

    @Mixin
    HelpOption help;

    @Mixin
    private ConfigOption config;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    private final Interrupts interrupts;
    private volatile boolean stopped;

    @Option(
            names = "--robot",
            required = true,
            paramLabel = "udp://HOST:PORT",
            description = "a robot that hangs, in low-level mode, or gaitd sim")
    private String robot;

    @Option(
            names = "--part",
            split = ",",
            paramLabel = "PART",
            description = "only these, to do them again: ${COMPLETION-CANDIDATES} (default all)")
    private List<HourPart> parts = List.of();

    /**
     * Made by the command line.
     *
     * @param interrupts ends the command when the process is told to end
     */
    public FirstHourCommand(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() {
        json.check();
        final Config values = Inputs.config(config.file).conclude();
        final InetSocketAddress address = Inputs.robot(robot);
        final Set<HourPart> asked = parts.isEmpty() ? EnumSet.allOf(HourPart.class) : EnumSet.copyOf(parts);
        interrupts.onInterrupt(() -> stopped = true);
        interrupts.onStop(() -> stopped = true);
        try (RobotLink link = RobotLink.to(address);
                PacedRobot paced = new PacedRobot(link.port(), values, System::nanoTime)) {
            final Person person = new TypedPerson(System.in, spec.commandLine().getOut());
            consent(person, link.name());
            if (asked.contains(HourPart.MOTORS) && !asked.contains(HourPart.JOINTS)) {
                person.tell(
                        "Order, signs and zeros of the joints are not checked in this run, and motors will be powered.");
                consent(person, link.name());
            }
            final HungRobot hung = new HungRobot(paced, link.name(), () -> stopped);
            final HourReport found =
                    new FirstHour(asked, hung, person, report -> json.write(written(link.name(), report))).run();
            person.tell(String.format(
                    "%d of %d steps passed.%s",
                    found.passed(),
                    found.expected(),
                    found.isComplete()
                            ? " Next: let it stand, still hanging (docs/robot.md)."
                            : " Mend what is wrong and begin again; power no motors until all have passed."));
            return found.isComplete() ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private void consent(final Person person, final String name) {
        person.tell("The robot at " + name + " is about to go limp. Type yes if all of this is so:");
        person.tell("  it hangs with all feet clear of the ground, and lies on nothing;");
        person.tell("  its own controller is stopped, and it is in low-level mode;");
        person.tell("  nobody touches its legs, and you can reach its switch.");
        String typed = person.typed();
        while (typed == null) {
            if (stopped || person.isGone()) {
                throw new Refusal("nothing was sent to the robot: expected 'yes' from a person at a terminal");
            }
            LockSupport.parkNanos(ANSWER_NS);
            typed = person.typed();
        }
        if (!CONSENT.equalsIgnoreCase(typed)) {
            throw new Refusal("nothing was sent to the robot: expected 'yes', not '" + typed + "'");
        }
    }

    private static Report written(final String name, final HourReport found) {
        return new Report()
                .put("version", Version.TEXT)
                .put("robot", name)
                .put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("complete", found.isComplete())
                .put("passed", found.passed())
                .put("expected", found.expected())
                .put("steps", found.lines());
    }
}
