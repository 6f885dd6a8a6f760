package gaitd.bench.link;

import gaitd.runtime.fault.Fault;
import gaitd.runtime.mode.Mode;
import java.io.IOException;

/**
 * The cable is pulled out of one end while the robot walks, and plugged in again.
 *
 * @param end of the cable
 * @param outMs how long it was out, ms
 * @param pullingMs how long the kernel took to pull it, which is in the times below, ms
 * @param fault what the controller latched, if anything
 * @param controlMs from the pull to the controller's first command that lets the joints go; NaN when there was none, ms
 * @param robotMs from the pull until the robot's drives damped; NaN when they did not, ms
 * @param heard whether states came again after it was plugged in
 * @param waited whether the robot stayed damped, although it was asked to walk
 * @param walks whether the robot walks at the end
 */
record Pull(
        LinkLab.End end,
        double outMs,
        double pullingMs,
        Fault fault,
        double controlMs,
        double robotMs,
        boolean heard,
        boolean waited,
        boolean walks) {
    /** After the plug is in, the first address request may have to be sent again, which takes the kernel a second. */
    private static final double AFTER_S = 1.5;

    private static final double NS_PER_S = 1e9;
    private static final double MS_PER_NS = 1e-6;

    /** Pulls it now; the robot walks. */
    static Pull of(final LinkRig rig, final LinkLab.End end, final double outS)
            throws IOException, InterruptedException {
        return rig.lab().onWire(() -> pull(rig, end, outS));
    }

    private static Pull pull(final LinkRig rig, final LinkLab.End end, final double outS)
            throws IOException, InterruptedException {
        final LinkOperator operator = rig.operator();
        final long pulledNs = System.nanoTime();
        LinkLab.plug(end, false);
        final long goneNs = System.nanoTime();
        final long endNs = goneNs + Math.round(outS * NS_PER_S);
        long dampedNs = 0;
        while (System.nanoTime() < endNs) {
            if (dampedNs == 0 && !rig.watch().isCommanded()) {
                dampedNs = System.nanoTime();
            }
            operator.look();
            Thread.sleep(1);
        }
        final long statesBefore = operator.states();
        LinkLab.plug(end, true);
        final double outMs = (System.nanoTime() - pulledNs) * MS_PER_NS;
        operator.askToWalk();
        boolean waited = operator.fault() != Fault.NONE;
        final long watchedNs = System.nanoTime() + Math.round(AFTER_S * NS_PER_S);
        while (System.nanoTime() < watchedNs) {
            operator.look();
            waited &= !operator.drives() && operator.mode() == Mode.FAULT;
            Thread.sleep(1);
        }
        return new Pull(
                end,
                outMs,
                (goneNs - pulledNs) * MS_PER_NS,
                operator.fault(),
                operator.undrivenNs() > pulledNs ? (operator.undrivenNs() - pulledNs) * MS_PER_NS : Double.NaN,
                dampedNs > 0 ? (dampedNs - pulledNs) * MS_PER_NS : Double.NaN,
                operator.states() > statesBefore,
                waited,
                operator.mode() == Mode.WALK && operator.drives());
    }
}
