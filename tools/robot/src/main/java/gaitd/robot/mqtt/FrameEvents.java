package gaitd.robot.mqtt;

import gaitd.robot.report.FaultText;
import gaitd.robot.report.PolicyText;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.PolicyFault;

/** Finds what happened between one frame and the next. Used by one thread. */
final class FrameEvents {
    /** Takes what happened. */
    @FunctionalInterface
    interface Sink {
        /**
         * Something happened.
         *
         * @param kind one word
         * @param text a line
         */
        void happened(String kind, String text);
    }

    private final Sink sink;
    private final WalkSum walk = new WalkSum();
    private boolean any;
    private Mode mode;
    private long faults;
    private long stops;
    private PolicyFault policyFault = PolicyFault.NONE;
    private long version;
    private long rolledBack;

    FrameEvents(final Sink sink) {
        this.sink = sink;
    }

    /** Another control process: what it says first is no change. */
    void restart() {
        any = false;
        walk.end();
    }

    /** Compares a frame with the one before. */
    void take(final TickFrame frame) {
        final Mode nowMode = MqttMessages.mode(frame);
        final long nowFaults = frame.get(TickField.FAULT_BITS);
        final long nowStops = frame.get(TickField.STOPS);
        final PolicyFault nowPolicy = PolicyText.fault(frame);
        final long nowVersion = frame.get(TickField.ADAPT_VERSION);
        final long nowRolledBack = frame.get(TickField.ADAPT_ROLLED_BACK);
        if (any) {
            if (nowStops != stops) {
                sink.happened("stop", "a person stopped the robot");
            }
            for (final Fault fault : Fault.values()) {
                if (fault != Fault.NONE && (nowFaults & ~faults & fault.bit()) != 0) {
                    sink.happened(
                            "fault",
                            MqttMessages.fault(frame) == fault
                                    ? FaultText.headline(frame)
                                    : fault.name() + ": " + fault.meaning);
                }
            }
            if (nowFaults == 0 && faults != 0) {
                sink.happened("clear", "all faults are cleared");
            }
            if (nowMode != mode) {
                sink.happened("mode", mode + " to " + nowMode);
            }
            if (nowPolicy != policyFault && nowPolicy != PolicyFault.NONE) {
                sink.happened("policy", PolicyText.describe(frame));
            }
            if (nowVersion != version) {
                sink.happened("policy", "version " + nowVersion + " of the adapting policy is in force");
            }
            if (nowRolledBack != rolledBack) {
                sink.happened("policy", "the adapting policy was rolled back");
            }
        }
        if (nowMode == Mode.WALK) {
            walk.add(frame);
        } else {
            final String walked = walk.end();
            if (walked != null) {
                sink.happened("walk", walked);
            }
        }
        any = true;
        mode = nowMode;
        faults = nowFaults;
        stops = nowStops;
        policyFault = nowPolicy;
        version = nowVersion;
        rolledBack = nowRolledBack;
    }
}
