package gaitd.robot.firsthour;

import gaitd.hal.A1;
import gaitd.runtime.config.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The steps of the first hour in their order; none is begun before the one before it has passed. */
final class FirstHour {
    private static final String END = "q";

    private final List<HourStep> steps = new ArrayList<>();
    private final HungRobot robot;
    private final Person person;
    private final Consumer<HourReport> saved;
    private final HourReport report = new HourReport();

    /**
     * An hour that has not begun.
     *
     * @param parts what is to be done
     * @param robot limp
     * @param person who is asked
     * @param saved given the report after each step
     */
    FirstHour(final Set<HourPart> parts, final HungRobot robot, final Person person, final Consumer<HourReport> saved) {
        this.robot = robot;
        this.person = person;
        this.saved = saved;
        steps.add(new StatesStep());
        steps.add(new RestStep());
        for (final Turn turn : Turn.values()) {
            steps.add(new TurnStep(turn));
        }
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            steps.add(new LedStep(joint));
        }
        for (int leg = 0; leg < A1.LEGS; leg++) {
            steps.add(new SoleStep(leg));
        }
        steps.add(new RemoteStep());
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            steps.add(new MotorStep(joint));
        }
        steps.removeIf(step -> !parts.contains(step.part()));
    }

    /**
     * Goes through the steps.
     *
     * @return what was found; all passed where it is complete
     * @throws Refusal when the robot cannot be trusted with another step
     */
    HourReport run() {
        report.expect(steps.size());
        while (robot.sensed().sequence == 0) {
            robot.cycle();
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!passes(steps.get(i), "[" + (i + 1) + "/" + steps.size() + "] ")) {
                return report;
            }
        }
        return report;
    }

    private boolean passes(final HourStep step, final String place) {
        while (true) {
            person.tell(place + step.name());
            final Found found = step.run(robot, person);
            robot.limp();
            report.add(step, found);
            saved.accept(report);
            person.tell((found.passed() ? "    ok: " : "    WRONG: ") + found.text());
            if (found.passed()) {
                return true;
            }
            final String typed = robot.ask(
                    person,
                    "    Nothing further is done while this is wrong. Enter tries it again, q ends.",
                    sensed -> {});
            if (END.equalsIgnoreCase(typed)) {
                return false;
            }
        }
    }
}
