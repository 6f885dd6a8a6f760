package gaitd.robot.terminal;

import gaitd.robot.report.FaultText;
import gaitd.robot.report.PolicyText;
import gaitd.robot.report.RunMeter;
import gaitd.robot.report.RunMonitor;
import gaitd.robot.scenario.Scenario;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Supplier;

/** Plain lines for logs and pipes: one at each change of mode, one at each fault, and one every so often. */
public final class PlainMonitor implements RunMonitor {
    private final PrintWriter out;
    private final double periodS;
    private final long everyTicks;
    private final Supplier<String> learner;
    private Mode mode;
    private boolean halted;
    private boolean idle;
    private long fault;
    private long policy;
    private long policyFault;

    /**
     * A monitor before the first frame.
     *
     * @param out where lines go
     * @param periodNs control period, ns
     * @param everyS time between two lines, s
     * @param learner what a learner is at, in words; empty when there is none
     */
    public PlainMonitor(
            final PrintWriter out, final long periodNs, final double everyS, final Supplier<String> learner) {
        this.out = out;
        this.learner = learner;
        this.periodS = periodNs * 1e-9;
        this.everyTicks = Math.max(1, Math.round(everyS / periodS));
    }

    @Override
    public void frame(final TickFrame frame, final Scenario scenario, final RunMeter meter) {
        final long tick = frame.get(TickField.TICK);
        final Mode now = StatusText.mode(frame);
        if (now != mode || tick % everyTicks == 0) {
            mode = now;
            print(tick, StatusText.line(frame, meter.ticks, learner.get()));
        }
        if (scenario.halted() != halted) {
            halted = scenario.halted();
            print(tick, halted ? "STOPPED by a person, damped" : "stands up again");
        }
        if (scenario.idle() != idle) {
            idle = scenario.idle();
            print(
                    tick,
                    idle ? "no person acted for too long: it slows down and stands (--hold walks on)" : "walks again");
        }
        if (frame.get(TickField.FAULT) != fault) {
            fault = frame.get(TickField.FAULT);
            print(tick, fault == 0 ? "fault cleared" : FaultText.headline(frame));
        }
        policy(frame);
    }

    private void policy(final TickFrame frame) {
        final long chosen = frame.get(TickField.POLICY);
        if (chosen != policy) {
            policy = chosen;
            print(frame.get(TickField.TICK), chosen < 0 ? "no policy" : "policy " + chosen);
        }
        if (frame.get(TickField.POLICY_FAULT) != policyFault) {
            policyFault = frame.get(TickField.POLICY_FAULT);
            print(
                    frame.get(TickField.TICK),
                    policyFault == 0 ? "policy fault cleared" : "POLICY FAULT " + PolicyText.describe(frame));
        }
    }

    private void print(final long tick, final String text) {
        out.println(String.format(Locale.ROOT, "%7.2f s  %s", tick * periodS, text));
        out.flush();
    }
}
