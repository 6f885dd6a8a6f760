package gaitd.robot.adapt;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.Networks;
import gaitd.policies.kernel.FloatKernels;
import gaitd.runtime.adapt.PolicySlot;
import gaitd.runtime.adapt.WeightsMessage;
import gaitd.runtime.adapt.WeightsRole;
import org.agrona.ExpandableArrayBuffer;

/** Hands versions to the control process through the policy slot. Used by one thread. */
public final class WeightsOutlet {
    private final Networks networks = new Networks(FloatKernels.INSTANCE);
    private final PolicySlot slot;
    private final WeightsMessage message;
    private final ExpandableArrayBuffer bytes = new ExpandableArrayBuffer();

    /**
     * An outlet.
     *
     * @param slot written
     * @param shipped the bundle that control drives with
     */
    public WeightsOutlet(final PolicySlot slot, final Bundle shipped) {
        this.slot = slot;
        message = new WeightsMessage(networks.weights(shipped.manifest().cell(), shipped.tensors()).length);
        message.shipped = WeightsMessage.shipped(shipped.sha256());
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
        final float[] weights = networks.weights(bundle.manifest().cell(), bundle.tensors());
        System.arraycopy(weights, 0, message.weights, 0, weights.length);
        message.id = id;
        message.parent = parent;
        message.role = role;
        message.write(bytes);
        slot.publish(bytes, message.bytesLong(), WeightsMessage.FORMAT);
    }
}
