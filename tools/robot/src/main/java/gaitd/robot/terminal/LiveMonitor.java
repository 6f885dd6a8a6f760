package gaitd.robot.terminal;

import gaitd.robot.report.FaultText;
import gaitd.robot.report.PolicyText;
import gaitd.robot.report.RunMeter;
import gaitd.robot.report.RunMonitor;
import gaitd.robot.scenario.Key;
import gaitd.robot.scenario.Scenario;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import java.io.PrintWriter;
import java.util.function.Supplier;

/** One line in a terminal, redrawn in place, and the keys pressed there. */
public final class LiveMonitor implements RunMonitor {
    private static final double REDRAW_S = 0.125;
    private static final String ERASE = "\r\u001b[K";

    private final Screen screen;
    private final PrintWriter out;
    private final long everyTicks;
    private final Supplier<String> learner;
    private boolean halted;
    private boolean idle;
    private long fault;
    private long policyFault;

    /**
     * A monitor before the first frame.
     *
     * @param screen the terminal
     * @param periodNs control period, ns
     * @param learner what a learner is at, in words; empty when there is none
     */
    public LiveMonitor(final Screen screen, final long periodNs, final Supplier<String> learner) {
        this.learner = learner;
        this.screen = screen;
        this.out = screen.writer();
        this.everyTicks = Math.max(1, Math.round(REDRAW_S * 1e9 / periodNs));
        out.print("x stops at once; space sits and stands, arrows steer, q quits\r\n");
    }

    @Override
    public void frame(final TickFrame frame, final Scenario scenario, final RunMeter meter) {
        if (scenario.halted() != halted) {
            halted = scenario.halted();
            out.print(ERASE + (halted ? "STOPPED, damped; space stands up" : "stands up again") + "\r\n");
        }
        if (scenario.idle() != idle) {
            idle = scenario.idle();
            if (idle) {
                out.print(ERASE
                        + "no key for too long: it slows down and stands; any key walks on the spot, arrows steer\r\n");
            }
        }
        if (frame.get(TickField.FAULT) != fault) {
            fault = frame.get(TickField.FAULT);
            out.print(ERASE + (fault == 0 ? "fault cleared; space stands up" : help(frame)) + "\r\n");
        }
        if (frame.get(TickField.POLICY_FAULT) != policyFault) {
            policyFault = frame.get(TickField.POLICY_FAULT);
            out.print(ERASE
                    + (policyFault == 0
                            ? "policy fault cleared; p takes a policy"
                            : "POLICY FAULT " + PolicyText.describe(frame) + " (c clears)")
                    + "\r\n");
        }
        if (frame.get(TickField.TICK) % everyTicks == 0) {
            final String line = StatusText.line(frame, meter.ticks, learner.get());
            out.print(ERASE + line.substring(0, Math.min(line.length(), screen.width() - 1)));
            out.flush();
        }
    }

    private static String help(final TickFrame frame) {
        return FaultText.headline(frame) + " (c clears, q quits)";
    }

    @Override
    public void idle(final Scenario scenario) {
        if (screen.isGone()) {
            scenario.stop();
        }
        for (Key key = screen.poll(); key != null; key = screen.poll()) {
            scenario.press(key);
        }
    }
}
