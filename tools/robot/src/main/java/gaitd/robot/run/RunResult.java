package gaitd.robot.run;

import gaitd.robot.host.ArmedCosts;
import gaitd.robot.report.RunMeter;
import gaitd.robot.scenario.Scenario;
import gaitd.runtime.policy.PolicyFault;
import gaitd.runtime.rt.Outcome;
import java.util.List;

/**
 * Result of a run.
 *
 * @param scenario its scenario, done
 * @param meter its figures
 * @param truthKnown whether distances and falls come from a simulator's ground truth
 * @param framesLost frames not counted because the reader was too slow
 * @param costs of the control thread since the robot first walked
 * @param startToArmedS from the start of this process to the control thread's first tick, s; null in lock-step
 * @param packetTicks ticks that the robot's packets began
 * @param measures how the real-time measures went; empty in lock-step
 */
public record RunResult(
        Scenario scenario,
        RunMeter meter,
        boolean truthKnown,
        long framesLost,
        ArmedCosts costs,
        Double startToArmedS,
        long packetTicks,
        List<Outcome> measures) {
    /** Copies the list. */
    public RunResult {
        measures = List.copyOf(measures);
    }

    /**
     * Whether the robot did all that was asked, without a fault, of a policy either, or a fall.
     *
     * @return true for exit code 0
     */
    public boolean succeeded() {
        return scenario.succeeded() && meter.walk.falls() == 0 && meter.policyFault() == PolicyFault.NONE;
    }
}
