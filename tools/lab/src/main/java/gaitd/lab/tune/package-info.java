/** Searches for the settings of the walk without a policy by an evolution strategy. */
package gaitd.lab.tune;
