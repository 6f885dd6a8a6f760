package gaitd.robot.adapt;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.Networks;
import gaitd.policies.kernel.FloatKernels;
import gaitd.runtime.adapt.PolicySlot;
import gaitd.runtime.adapt.WeightsMessage;
import gaitd.runtime.adapt.WeightsRole;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import org.agrona.ExpandableArrayBuffer;

/** Hands versions to a control loop through its policy slot; until one is attached, to nobody. Used by one thread. */
public final class WeightsOutlet {
    private final Networks networks = new Networks(FloatKernels.INSTANCE);
    private final WeightsMessage message;
    private final ExpandableArrayBuffer bytes = new ExpandableArrayBuffer();
    private PolicySlot slot;
    private long generation;

    /**
     * An outlet.
     *
     * @param shipped the bundle that control drives with
     */
    public WeightsOutlet(final Bundle shipped) {
        message = new WeightsMessage(networks.weights(shipped.manifest().cell(), shipped.tensors()).length);
        message.shipped = WeightsMessage.shipped(shipped.sha256());
    }

    /**
     * Changes over to a control loop.
     *
     * @param to its slot, to be written by nobody else
     */
    void attach(final PolicySlot to) {
        slot = to;
        generation = 0;
    }

    /**
     * Publishes a version.
     *
     * @param bundle its weights
     * @param id its number
     * @param parent the version that it was made from
     * @param role what it shall do
     */
    void publish(final Bundle bundle, final int id, final int parent, final WeightsRole role) {
        if (slot == null) {
            return;
        }
        final float[] weights = networks.weights(bundle.manifest().cell(), bundle.tensors());
        System.arraycopy(weights, 0, message.weights, 0, weights.length);
        message.id = id;
        message.parent = parent;
        message.role = role;
        message.write(bytes);
        generation = slot.publish(bytes, message.bytesLong(), WeightsMessage.FORMAT);
    }

    /**
     * Whether control has read what was published last.
     *
     * @param step its newest experience
     * @return whether it has, and judged it
     */
    boolean isRead(final ExperienceFrame step) {
        return step.get(ExperienceField.SLOT_GENERATION) >= generation;
    }

    /**
     * Whether the experience is of the bundle that this outlet's weights are for.
     *
     * @param step experience
     * @return whether it is
     */
    boolean isOf(final ExperienceFrame step) {
        return step.get(ExperienceField.SHIPPED) == message.shipped;
    }
}
