package gaitd.runtime.loop;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.PortCounters;
import gaitd.hal.Sensed;
import gaitd.policies.cpg.HopfOscillators;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.gait.LocomotionController;
import gaitd.runtime.policy.PolicyStage;

/** Writes the inputs and results of a tick into one frame and publishes it. Allocates nothing. */
public final class FrameWriter implements FrameSink {
    private final TickFrame frame = new TickFrame();
    private final TickRing ring;

    /**
     * A writer of frames.
     *
     * @param ring where they are published
     */
    public FrameWriter(final TickRing ring) {
        this.ring = ring;
    }

    @Override
    public void publish(final TickTiming timing, final ControlStages stages, final PortCounters counters) {
        sensed(timing, stages.sensed, counters);
        frame.put(TickField.STATES_OLD, stages.stateFilter.old());
        frame.put(TickField.STATES_REPEATED, stages.stateFilter.repeated());
        stages.inputs.write(frame, timing, stages.stateFilter.arrived, stages.sensed, stages.operator);
        estimate(stages.estimate);
        frame.put(TickField.COMMAND_SEQUENCE, stages.operator.sequence);
        frame.put(TickField.OPERATOR_STATE, stages.operator.state.ordinal());
        frame.put(TickField.STOPS, stages.operator.stops);
        frame.put(TickField.MODE, stages.modes.mode().ordinal());
        frame.put(TickField.FAULT, stages.latch.first().ordinal());
        frame.put(TickField.FAULT_JOINT, stages.latch.joint());
        frame.put(TickField.FAULT_BITS, stages.latch.bits());
        frame.put(TickField.FAULT_TICK, stages.latch.tick());
        frame.put(TickField.FAULT_MODE, stages.latch.modeOrdinal());
        frame.put(TickField.REACTION, stages.latch.reaction().ordinal());
        frame.put(TickField.GUARDS_OFF_BITS, stages.latch.offBits());
        frame.putReal(TickField.FAULT_VALUE, 0, stages.latch.value());
        frame.put(TickField.LIMITED_BITS, stages.governor.limitedBits() | stages.velocity.limitedBits());
        frame.putReal(TickField.COMMAND, 0, stages.velocity.vx());
        frame.putReal(TickField.COMMAND, 1, stages.velocity.vy());
        frame.putReal(TickField.COMMAND, 2, stages.velocity.yawRate());
        gait(stages.locomotion);
        policy(stages.policyStage);
        stages.adaptStage.write(frame);
        final JointCommands commands = stages.commands;
        frame.putReals(TickField.Q_COMMAND, commands.q);
        frame.putReals(TickField.DQ_COMMAND, commands.dq);
        frame.putReals(TickField.TAU_COMMAND, commands.tau);
        frame.putReals(TickField.KP_COMMAND, commands.kp);
        frame.putReals(TickField.KD_COMMAND, commands.kd);
        frame.put(TickField.COMPUTE_NS, timing.clock.nanoTime() - timing.startedNs);
        ring.publish(frame);
    }

    private void sensed(final TickTiming timing, final Sensed sensed, final PortCounters counters) {
        frame.put(TickField.TICK, timing.tick);
        frame.put(TickField.SCHEDULED_NS, timing.scheduledNs);
        frame.put(TickField.WAKEUP_LATENESS_NS, timing.startedNs - timing.scheduledNs);
        frame.put(TickField.STATE_AGE_NS, sensed.sequence == 0 ? -1 : timing.startedNs - sensed.receivedAtNs);
        frame.put(TickField.MISSED_TICKS, timing.missedTicks);
        frame.put(TickField.STATES_ACCEPTED, counters.accepted);
        frame.put(TickField.STATES_DROPPED, counters.dropped());
        frame.put(TickField.COMMANDS_SENT, counters.sent);
        frame.put(TickField.ROBOT_TICK, sensed.robotTick);
        frame.putInts(TickField.FOOT_FORCE, sensed.footForce);
        frame.putInts(TickField.MOTOR_MODE, sensed.motorMode);
        frame.putInts(TickField.MOTOR_TEMPERATURE, sensed.motorTemperatureC);
        frame.putReals(TickField.Q, sensed.q);
        frame.putReals(TickField.DQ, sensed.dq);
        frame.putReals(TickField.TAU, sensed.tauEst);
        frame.putReals(TickField.QUATERNION, sensed.quaternion);
        frame.putReals(TickField.GYRO, sensed.gyro);
        frame.putReals(TickField.ACCELEROMETER, sensed.accelerometer);
        frame.putReals(TickField.RPY, sensed.rpy);
        frame.putBytes(TickField.WIRELESS_REMOTE, sensed.wirelessRemote);
    }

    private void estimate(final BodyEstimate estimate) {
        frame.putReals(TickField.VELOCITY, estimate.velocityHeading);
        frame.putReals(TickField.POSITION, estimate.position);
        frame.putReals(TickField.CONTACT_BELIEF, estimate.contactBelief);
        frame.putReal(TickField.TILT, 0, estimate.tilt);
        frame.putReal(TickField.POWER, 0, estimate.powerW);
        int contacts = 0;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            contacts |= estimate.contact[leg] ? 1 << leg : 0;
        }
        frame.put(TickField.CONTACT_BITS, contacts);
    }

    private void policy(final PolicyStage policyStage) {
        frame.put(TickField.POLICY_STEP_NS, policyStage.stepNs());
        frame.putReal(TickField.POLICY_FAULT_VALUE, 0, policyStage.latch().value());
        frame.put(TickField.POLICY, policyStage.chosen());
        frame.put(TickField.POLICY_FAULT, policyStage.latch().fault().ordinal());
        frame.put(TickField.POLICY_FAULT_OF, policyStage.latch().policy() + 1);
        frame.put(TickField.POLICY_FAULT_OUTPUT, policyStage.latch().output());
        frame.putReal(TickField.POLICY_SHARE, 0, policyStage.share());
        frame.putReals(TickField.POLICY_INPUT, policyStage.applied());
    }

    private void gait(final LocomotionController locomotion) {
        final HopfOscillators oscillators = locomotion.walk().oscillators();
        int stance = 0;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            stance |= locomotion.walk().path().stance[leg] ? 1 << leg : 0;
        }
        frame.put(TickField.STANCE_BITS, stance);
        frame.put(TickField.GAIT, locomotion.walk().gait().ordinal());
        frame.putReals(TickField.CPG_AMPLITUDE, oscillators.r);
        frame.putReals(TickField.CPG_PHASE, oscillators.theta);
        frame.putReals(TickField.CPG_LATERAL_PHASE, oscillators.phi);
    }
}
