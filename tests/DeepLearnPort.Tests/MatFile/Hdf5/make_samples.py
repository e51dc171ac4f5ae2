"""Makes the v7.3 files of this folder: some that lead out of themselves, lie or go in circles, and a good one.

Needs the HDF5 library (libhdf5, version 1.10 or later) and nothing else:  python3 make_samples.py
"""
import ctypes
import ctypes.util
import glob
import os
import struct

path = ctypes.util.find_library("hdf5") or sorted(glob.glob("/usr/lib/*/libhdf5_serial.so*"))[0]
h5 = ctypes.CDLL(path)
h5.H5open()
ID, SIZE = ctypes.c_int64, ctypes.c_uint64


def call(name, *args, result=ID):
    f = getattr(h5, name)
    f.restype = result
    value = f(*args)
    if value is not None and value < 0:
        raise RuntimeError(name)
    return ID(value)


def known(name):
    return ID.in_dll(h5, name)


DOUBLE, UINT64, INT32 = known("H5T_NATIVE_DOUBLE_g"), known("H5T_NATIVE_UINT64_g"), known("H5T_NATIVE_INT32_g")
REFERENCE = known("H5T_STD_REF_OBJ_g")
DATASET_CREATE, FILE_CREATE = known("H5P_CLS_DATASET_CREATE_ID_g"), known("H5P_CLS_FILE_CREATE_ID_g")
NONE = ID(0)


def space(dims):
    return call("H5Screate_simple", len(dims), (SIZE * len(dims))(*dims), None)


def attribute(item, name, text, copies=None):
    kind = call("H5Tcopy", known("H5T_C_S1_g"))
    call("H5Tset_size", kind, SIZE(len(text)), result=ctypes.c_int)
    where = space([copies]) if copies else call("H5Screate", 0)
    a = call("H5Acreate2", item, name, kind, where, NONE, NONE)
    call("H5Awrite", a, kind, text * (copies or 1), result=ctypes.c_int)


def empty(item):
    a = call("H5Acreate2", item, b"MATLAB_empty", known("H5T_NATIVE_UINT8_g"), call("H5Screate", 0), NONE, NONE)
    call("H5Awrite", a, known("H5T_NATIVE_UINT8_g"), b"\1", result=ctypes.c_int)


def dataset(file, name, kind, dims, data=None, matlab_class=b"double", creation=None):
    creation = creation or call("H5Pcreate", DATASET_CREATE)
    call("H5Pset_obj_track_times", creation, ctypes.c_bool(False), result=ctypes.c_int)
    d = call("H5Dcreate2", file, name, kind, space(dims), NONE, creation, NONE)
    if data is not None:
        call("H5Dwrite", d, kind, NONE, NONE, NONE, data, result=ctypes.c_int)
    if matlab_class:
        attribute(d, b"MATLAB_class", matlab_class)
    return d


def reference(file, name):
    found = SIZE()
    call("H5Rcreate", ctypes.byref(found), file, name, 0, ID(-1), result=ctypes.c_int)
    return found.value


def sample(name, fill):
    creation = call("H5Pcreate", FILE_CREATE)
    call("H5Pset_userblock", creation, SIZE(512), result=ctypes.c_int)
    file = call("H5Fcreate", name.encode(), 2, creation, NONE)
    fill(file)
    call("H5Fclose", file, result=ctypes.c_int)
    h5.H5close()
    h5.H5open()
    with open(name, "r+b") as f:
        f.write(b"MATLAB 7.3 MAT-file, made for a test of DeepLearnPort".ljust(116) + bytes(8) + b"\0\2IM")


def good(file):
    dataset(file, b"x", DOUBLE, [3, 2], struct.pack("<6d", 1, 2, 3, 4, 5, 6))


def fields(file):
    """A struct whose fields are not in the order of the alphabet."""
    s = call("H5Gcreate2", file, b"s", NONE, NONE, NONE)
    attribute(s, b"MATLAB_class", b"struct")
    dataset(s, b"zeta", DOUBLE, [1, 1], struct.pack("<d", 1))
    dataset(s, b"alpha", DOUBLE, [1, 1], struct.pack("<d", 2))
    letter = call("H5Tcopy", known("H5T_C_S1_g"))
    kind = call("H5Tvlen_create", letter)
    a = call("H5Acreate2", s, b"MATLAB_fields", kind, space([2]), NONE, NONE)
    names = [ctypes.create_string_buffer(n, len(n)) for n in (b"zeta", b"alpha")]
    data = b"".join(struct.pack("<QQ", len(n), ctypes.addressof(n)) for n in names)
    call("H5Awrite", a, kind, data, result=ctypes.c_int)


def external_data(file):
    creation = call("H5Pcreate", DATASET_CREATE)
    call("H5Pset_external", creation, b"good.mat", ctypes.c_int64(0), SIZE(48), result=ctypes.c_int)
    dataset(file, b"x", DOUBLE, [3, 2], creation=creation)


def virtual_data(file):
    creation = call("H5Pcreate", DATASET_CREATE)
    call("H5Pset_virtual", creation, space([3, 2]), b"good.mat", b"/x", space([3, 2]), result=ctypes.c_int)
    dataset(file, b"x", DOUBLE, [3, 2], creation=creation)


def external_link(file):
    call("H5Lcreate_external", b"good.mat", b"/x", file, b"x", NONE, NONE, result=ctypes.c_int)


def link_to_itself(file):
    call("H5Lcreate_soft", b"/x", file, b"x", NONE, NONE, result=ctypes.c_int)


def cycle(file):
    refs = call("H5Gcreate2", file, b"#refs#", NONE, NONE, NONE)
    inner = dataset(refs, b"b", REFERENCE, [1, 1], matlab_class=b"cell")
    data = struct.pack("<Q", reference(file, b"/#refs#/b"))
    call("H5Dwrite", inner, REFERENCE, NONE, NONE, NONE, data, result=ctypes.c_int)
    dataset(file, b"c", REFERENCE, [1, 1], data, matlab_class=b"cell")


def unallocated(file):
    creation = call("H5Pcreate", DATASET_CREATE)
    call("H5Pset_chunk", creation, 2, (SIZE * 2)(1000, 1000), result=ctypes.c_int)
    dataset(file, b"x", DOUBLE, [20000, 20000], creation=creation)


def no_class(file):
    dataset(file, b"x", DOUBLE, [3, 2], matlab_class=None)


def class_array(file):
    attribute(dataset(file, b"x", DOUBLE, [3, 2], matlab_class=None), b"MATLAB_class", b"double", copies=2)


def huge_empty(file):
    d = dataset(file, b"x", UINT64, [1 << 20])
    empty(d)


def full_empty(file):
    empty(dataset(file, b"x", UINT64, [2], struct.pack("<2Q", 3, 3)))


def sparse_without_rows(file):
    s = call("H5Gcreate2", file, b"s", NONE, NONE, NONE)
    attribute(s, b"MATLAB_class", b"double")
    rows = call("H5Acreate2", s, b"MATLAB_sparse", UINT64, call("H5Screate", 0), NONE, NONE)
    call("H5Awrite", rows, UINT64, struct.pack("<Q", 3), result=ctypes.c_int)
    dataset(s, b"jc", UINT64, [3], struct.pack("<3Q", 0, 1, 2), matlab_class=None)


def wrong_type(file):
    dataset(file, b"x", INT32, [3, 2], struct.pack("<6i", 1, 2, 3, 4, 5, 6))


if __name__ == "__main__":
    os.chdir(os.path.dirname(os.path.abspath(__file__)))
    for case in (good, fields, external_data, virtual_data, external_link, link_to_itself, cycle, unallocated, no_class, class_array, huge_empty, full_empty, sparse_without_rows, wrong_type):
        sample(case.__name__ + ".mat", case)
