// What people are called by their role; a role of somebody's own procedure goes by its id.

const ROLES = {
  citizen: "warga", operator: "operator", officer: "petugas", head_of_centre: "kepala UPTD",
  head_of_department: "kepala dinas", head_of_statistics: "kepala bidang", statistician: "statistisi",
  secretary: "sekretaris", analyst: "analis", guide: "pelaksana", cctv_officer: "petugas CCTV",
  management: "pengelola", data_officer: "petugas data", admin: "admin",
};

export function roleName(role) {
  return ROLES[role] || role.replaceAll("_", " ");
}
