package gaitd.bench.faults;

import gaitd.sim.fault.FaultComponent;
import gaitd.sim.fault.FaultForm;
import gaitd.sim.fault.FaultInstances;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The runs of a campaign: every component by every type that it can have, operators too, by everything that a robot does, by seeds. */
final class TrialCases {
    /** No part twice before all had their turn, and no order in which legs or joints come together. */
    private static final int STRIDE = 5;

    private TrialCases() {}

    /**
     * Makes the list.
     *
     * @param activities what robots are doing
     * @param seeds how many, from 1
     * @param chosen by their keys
     */
    static List<TrialCase> of(final List<Activity> activities, final int seeds, final Predicate<String> chosen) {
        final List<TrialCase> cases = new ArrayList<>();
        int number = 0;
        for (final FaultComponent component : FaultComponent.values()) {
            if (component == FaultComponent.BUS) {
                continue; // these robots answer by datagrams and have no buses
            }
            for (final FaultForm form : component.forms()) {
                number++;
                for (final Activity activity : activities) {
                    for (int seed = 1; seed <= seeds; seed++) {
                        add(one(component, form, activity, seed, number), chosen, cases);
                    }
                }
            }
        }
        for (final OperatorFault fault : OperatorFault.values()) {
            for (final Activity activity : activities) {
                for (int seed = 1; seed <= seeds; seed++) {
                    add(new TrialCase(fault.key(), fault.key(), activity, seed), chosen, cases);
                }
            }
        }
        return cases;
    }

    private static void add(final TrialCase one, final Predicate<String> chosen, final List<TrialCase> cases) {
        if (chosen.test(one.key()) || chosen.test(one.cell() + " " + one.activity().key + " " + one.seed())) {
            cases.add(one);
        }
    }

    private static TrialCase one(
            final FaultComponent component,
            final FaultForm form,
            final Activity activity,
            final int seed,
            final int number) {
        final String type = "." + form.type().key();
        final String quantity = component.quantity.isEmpty() ? "" : "." + component.quantity;
        String part = "";
        if (component.instances != FaultInstances.ONE) {
            final List<String> parts = new ArrayList<>(component.instances.names());
            parts.add("all");
            part = "." + parts.get((number + activity.ordinal() * STRIDE + seed) % parts.size());
        }
        return new TrialCase(component.key() + type, component.group + part + quantity + type, activity, seed);
    }
}
