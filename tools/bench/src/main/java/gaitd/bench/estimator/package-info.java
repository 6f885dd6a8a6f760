/**
 * Runs the product's estimator of the trunk's motion over recordings with ground truth, real or simulated, and tells its errors.
 * What a recording has not, as counts and torques, is made from its contacts; what a real robot adds can be added.
 */
package gaitd.bench.estimator;
