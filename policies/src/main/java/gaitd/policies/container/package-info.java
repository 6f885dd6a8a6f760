/**
 * Files that hold weights: zip archives with pickles or arrays of other programs, and HDF5. Read by strict subsets with limits; nothing
 * in a file is ever run.
 */
package gaitd.policies.container;
