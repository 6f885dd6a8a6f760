package gaitd.robot.fleet;

import gaitd.robot.publication.Publication;
import java.util.ArrayList;
import java.util.List;

/** Whether a demonstration ended as it should: by what the publisher heard, and by what each control loop drives with. */
final class DemoCheck {
    private DemoCheck() {}

    /**
     * What is not as it should be.
     *
     * @param fleet stopped
     * @param good whoever published the better policy
     * @param bad whoever published the worse one after it
     * @return a line each
     */
    static List<String> problems(final DemoFleet fleet, final Publisher good, final Publisher bad) {
        final List<String> problems = new ArrayList<>();
        if (good.outcome() != Publisher.Outcome.ACCEPTED) {
            problems.add("the better policy: " + good.outcome());
        }
        if (bad.outcome() != Publisher.Outcome.BACK) {
            problems.add("the worse policy: " + bad.outcome());
        }
        final Publication accepted = good.wanted();
        final List<FleetBook.Robot> takers = bad.book().takers(DemoFleet.GROUP);
        if (accepted == null || takers.size() != fleet.robots().size()) {
            problems.add(takers.size() + " robots of " + fleet.robots().size() + " report");
            return problems;
        }
        for (int i = 0; i < takers.size(); i++) {
            final FleetReport report = takers.get(i).report();
            final DemoRobot robot = fleet.robots().get(i);
            if (!report.policy().equals(accepted.cause())) {
                problems.add(report.serial() + " has " + report.policy());
            }
            if (robot.isDown()) {
                problems.add(report.serial() + " is down");
            } else if (robot.drives() != report.version()) {
                problems.add(report.serial() + " drives with version " + robot.drives() + ", not " + report.version());
            }
        }
        return problems;
    }
}
